import type { CheckResult } from '../../doctor/check.ts';
import { environmentChecks, machineChecks, repositoryChecks } from '../../doctor/checks-for.ts';
import { runCheck } from '../../doctor/run-check.ts';
import type { AwsSession } from '../../doctor/ports/aws-session.ts';
import { Failure } from '../../failure.ts';
import type { World } from '../../world.ts';
import { planDoctor } from './plan-doctor.ts';
import type { DoctorOptions, DoctorPlan } from './plan-doctor.ts';

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

/** Runs all checks at once. None changes anything, none hides another, and what has no answer by then is given up. */
export async function runDoctor(options: DoctorOptions, world: World): Promise<DoctorReport> {
  const plan = planDoctor(options, world);
  const over = new AbortController();
  const aws = world.doctor.openAws(AbortSignal.any([world.signal, over.signal]));
  try {
    const checks = await world.progress.during('check what the commands need', () => runAll(plan, world, aws));
    const about = plan.environment === undefined ? {} : { environment: plan.environment.name };
    return { schemaVersion: 1, report: 'doctor', ...about, checks };
  } finally {
    over.abort();
  }
}

function runAll(
  { environment, repository }: DoctorPlan,
  world: World,
  aws: AwsSession,
): Promise<DoctorReport['checks']> {
  const run = { signal: world.signal, limit: LIMIT };
  const checks = machineChecks(world.doctor).map((check) => runCheck(check, { world, environment }, run));
  if (environment === undefined) return Promise.all(checks);
  checks.push(...environmentChecks.map((check) => runCheck(check, { world, environment, aws }, run)));
  if (repository === undefined) return Promise.all(checks);
  return Promise.all([
    ...checks,
    ...repositoryChecks.map((check) => runCheck(check, { world, environment, aws, repository }, run)),
  ]);
}

/** The failure of a report with a check that failed. Warnings are none. */
export function doctorFailure({ checks }: DoctorReport): Failure | undefined {
  const failed = checks.filter(({ status }) => status === 'failure').map(({ name }) => name);
  if (failed.length === 0) return undefined;
  const message = `not ready: ${failed.join(', ')}`;
  return new Failure({ code: 'not-ready', message, fix: "do what the table's last column says, and run it again" });
}
