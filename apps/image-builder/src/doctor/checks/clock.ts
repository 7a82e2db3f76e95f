import { ok, failure, warning } from '../check.ts';
import type { Check, CheckResult, EnvironmentSubject } from '../check.ts';

/** In seconds. AWS refuses calls whose signature is older (IAM user guide, "AWS Signature Version 4 for API requests": five minutes). */
const REFUSED = 5 * 60;
const NOTICED = 60;

export const clock: Check<EnvironmentSubject> = {
  name: 'clock',
  run: async ({ world: { now }, aws, environment }) => {
    const theirs = await aws.timeOf(environment.region);
    return judgeClock(now(), theirs);
  },
};

export function judgeClock(ours: Date, theirs: Date): CheckResult {
  const seconds = Math.round((ours.getTime() - theirs.getTime()) / 1000);
  const message = `this clock is ${Math.abs(seconds)} seconds ${seconds < 0 ? 'behind' : 'ahead of'} AWS's`;
  const fix = "set the clock by NTP, such as 'timedatectl set-ntp true': AWS refuses signatures that are 5 minutes off";
  if (Math.abs(seconds) > REFUSED) return failure(message, fix);
  return Math.abs(seconds) > NOTICED ? warning(message, fix) : ok(message);
}
