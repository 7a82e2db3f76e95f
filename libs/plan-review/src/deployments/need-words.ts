import type { DeploymentEvidence } from './deployment-evidence.ts';
import { NEEDS } from './needed-images.ts';
import type { Need, NeededImage } from './needed-images.ts';

/** What is the matter with one image, and with several. */
const VERBS: Readonly<Record<Need, readonly [string, string]>> = {
  runs: ['runs in', 'run in'],
  released: ['is released in', 'are released in'],
  previous: ['is what a rollback in', 'are what a rollback in'],
};

/** Such as `runs in prod`, `are released in prod`, `is what a rollback in prod may return to`. */
export function needVerb(need: Need, count: number, environment: string): string {
  const verb = `${VERBS[need][count === 1 ? 0 : 1]} ${environment}`;
  return need === 'previous' ? `${verb} may return to` : verb;
}

/**
 * How many of some images are needed, such as `one of them runs in prod and 2 of them are released in prod`; undefined where none is.
 * @param among how many images there are
 */
export function needWords(
  needed: readonly NeededImage[],
  among: number,
  deployments: DeploymentEvidence | undefined,
): string | undefined {
  const parts = NEEDS.flatMap((need) => {
    const count = needed.filter((one) => one.need === need).length;
    if (count === 0) return [];
    const which = among === 1 ? 'it' : count === 1 ? 'one of them' : `${count} of them`;
    return [`${which} ${needVerb(need, count, deployments?.environment ?? '')}`];
  });
  return parts.length === 0 ? undefined : parts.join(' and ');
}
