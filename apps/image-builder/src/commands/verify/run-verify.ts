import { setTimeout } from 'node:timers/promises';
import { interrupted } from '@slipway/cli';
import type { Finding } from '@slipway/findings';
import { Failure } from '../../failure.ts';
import type { World } from '../../world.ts';
import { verifyContainer } from './verify-container.ts';
import type { Verified } from './verify-container.ts';
import type { VerifyReport } from './verify-report.ts';

export interface VerifyOptions {
  /** Empty: all of them. */
  readonly containers: readonly string[];
  readonly environment: string;
  /** How long replicas may take, in minutes. 0: they are looked at once. */
  readonly waitMinutes: number;
  readonly recordDir: string;
  /** Between two looks, in milliseconds. @default 15 seconds */
  readonly pause?: number;
}

const PAUSE = 15_000;

/** Compares the registry with what is written down; looks again while only replicas are behind and there is time. */
export async function runVerify(options: VerifyOptions, world: World): Promise<VerifyReport> {
  const names = options.containers.length === 0 ? world.catalog.names() : [...new Set(options.containers)];
  const deadline = world.now().getTime() + options.waitMinutes * 60_000;
  return world.progress.during(`verify ${names.join(', ')} in ${options.environment}`, async (say) => {
    for (;;) {
      const report = await verifyOnce(names, options, world);
      if (!isLag(report.findings) || world.now().getTime() >= deadline) return report;
      say(`replicas are behind: differences: ${report.findings.length}`);
      await rest(options.pause ?? PAUSE, world.signal);
    }
  });
}

async function verifyOnce(names: readonly string[], options: VerifyOptions, world: World): Promise<VerifyReport> {
  const all: Verified[] = [];
  for (const name of names) all.push(await verifyContainer(name, options, world));
  return {
    schemaVersion: 1,
    report: 'verify',
    environment: options.environment,
    containers: all.map(({ verified }) => verified),
    findings: all.flatMap(({ findings }) => findings),
  };
}

/** What a replica lacks while it is behind. In its own region, a repository lacks nothing because it is slow. */
const LAGGING = ['replica-missing', 'replica-incomplete', 'replica-tag-missing', 'referrer-missing'];

/** Whether time alone may settle every error. */
function isLag(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return errors.length > 0 && errors.every(({ rule }) => LAGGING.includes(rule));
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch (error) {
    throw interrupted(error);
  }
}

/** The failure of a report with errors. */
export function verifyFailure({ environment, findings }: VerifyReport): Failure | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return undefined;
  return new Failure({
    code: 'differs',
    message: `the registry of '${environment}' differs from what is written down in ${errors} ${errors === 1 ? 'place' : 'places'}`,
    fix: 'do what the findings say, and verify again',
  });
}
