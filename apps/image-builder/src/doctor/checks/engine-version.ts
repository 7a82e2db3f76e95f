import { ok, failure } from '../check.ts';
import type { Check, CheckResult, MachineSubject } from '../check.ts';

/** The oldest engine that the builds are tested with. */
const OLDEST = [20, 10] as const;

export const engineVersion: Check<MachineSubject> = {
  name: 'Docker engine',
  run: async ({ world }) => judgeEngineVersion((await world.doctor.engine.facts()).version),
};

export function judgeEngineVersion(version: string): CheckResult {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined) return ok(`Docker engine ${version}, whose age is not known`);
  const isOld = Number(major) < OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1]);
  if (isOld) return failure(`Docker engine ${version} is older than ${OLDEST.join('.')}`, 'update Docker Engine');
  return ok(`Docker engine ${version}`);
}
