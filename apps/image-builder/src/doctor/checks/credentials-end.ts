import { ok, failure, warning } from '../check.ts';
import type { Check, CheckResult, EnvironmentSubject } from '../check.ts';

/** In minutes: a build and a push may take as long. */
const SOON = 15;

export const credentialsEnd: Check<EnvironmentSubject> = {
  name: 'end of the credentials',
  run: async ({ world: { now }, aws, environment }) => judgeEnd(await aws.credentialsEnd(environment.region), now()),
};

/** @param end in UTC */
export function judgeEnd(end: string | undefined, now: Date): CheckResult {
  if (end === undefined) return ok('the credentials say no end');
  const minutes = Math.floor((Date.parse(end) - now.getTime()) / 60_000);
  const fix = "log in again ('aws sso login')";
  if (minutes < 0) return failure(`the credentials ended at ${end}`, fix);
  const message = `the credentials end in ${minutes} minutes, at ${end}`;
  return minutes < SOON ? warning(message, fix) : ok(message);
}
