import type { CheckResult } from '../../doctor/check.ts';
import { environmentChecks, machineChecks, repositoryChecks } from '../../doctor/checks-for.ts';
import { runCheck } from '../../doctor/run-check.ts';
import { Failure } from '../../failure.ts';
import type { World } from '../../world.ts';
import { planDoctor } from './plan-doctor.ts';
import type { DoctorOptions } from './plan-doctor.ts';

/** Of one check, in milliseconds. */
const LIMIT = 30_000;

/** What every check found, in their order. Printed as it is by `--json`. */
export interface DoctorReport {
  readonly schemaVersion: 1;
  readonly report: 'doctor';
  /** Left out where only the machine was looked at. */
  readonly environment?: string;
  readonly checks: readonly (CheckResult & { readonly name: string })[];
}

/** Runs all checks at once. None changes anything, and none hides another. */
export async function runDoctor(options: DoctorOptions, world: World): Promise<DoctorReport> {
  const { environment, repository } = planDoctor(options, world);
  const { signal } = world;
  const run = { signal, limit: LIMIT };
  const checks = await world.progress.during('check what the commands need', () =>
    Promise.all([
      ...machineChecks.map((check) => runCheck(check, { world, environment }, run)),
      ...(environment === undefined
        ? []
        : environmentChecks.map((check) => runCheck(check, { world, environment }, run))),
      ...(environment === undefined || repository === undefined
        ? []
        : repositoryChecks.map((check) => runCheck(check, { world, environment, repository }, run))),
    ]),
  );
  const about = environment === undefined ? {} : { environment: environment.name };
  return { schemaVersion: 1, report: 'doctor', ...about, checks };
}

/** The failure of a report with a check that failed. Warnings are none. */
export function doctorFailure({ checks }: DoctorReport): Failure | undefined {
  const failed = checks.filter(({ status }) => status === 'failure').map(({ name }) => name);
  if (failed.length === 0) return undefined;
  const message = `not ready: ${failed.join(', ')}`;
  return new Failure({ code: 'not-ready', message, fix: "do what the table's last column says, and run it again" });
}
