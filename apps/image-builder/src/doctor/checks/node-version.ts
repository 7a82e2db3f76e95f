import { ok, failure, warning } from '../check.ts';
import type { Check, CheckResult, MachineSubject } from '../check.ts';

/** TypeScript runs without a build since this version (Node.js, "Modules: TypeScript"). */
const OLDEST = [22, 18] as const;

export const nodeVersion: Check<MachineSubject> = {
  name: 'Node.js',
  run: async ({ world: { doctor, workspace } }) => {
    const pinned = await doctor.machine.readFile(`${workspace}/.node-version`);
    return judgeNodeVersion(doctor.machine.nodeVersion, pinned?.trim());
  },
};

/** @param pinned what `.node-version` says */
export function judgeNodeVersion(version: string, pinned: string | undefined): CheckResult {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  const fix = `run it by 'npx image-builder', which takes the pinned Node.js${pinned === undefined ? '' : ` ${pinned}`}`;
  if (isOld) return failure(`Node.js ${version} is older than ${OLDEST.join('.')}`, fix);
  if (pinned !== undefined && pinned.split('.')[0] !== String(major))
    return warning(`Node.js ${version} is not the pinned ${pinned}`, fix);
  return ok(`Node.js ${version}`);
}
