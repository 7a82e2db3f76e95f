import type { BeanstalkState } from '@slipway/deployments';
import type { Running } from '../../deploy/eks/cluster.ts';

/** What a deployment does in EKS, and the revision that it goes back to when that fails. */
export interface EksPlan {
  readonly action: 'deploy' | 'keep';
  readonly fallback: number | undefined;
}

export interface EksFacts {
  readonly running: Running | undefined;
  /** What applying would change; empty for nothing. */
  readonly diff: string;
}

/** A rollout that another run began and didn't see through is waited for like one's own; only a revision with usable pods is gone back to. */
export function planEks({ running, diff }: EksFacts): EksPlan {
  return { action: running === undefined || diff !== '' ? 'deploy' : 'keep', fallback: running?.goodRevision };
}

/** What a deployment does in Elastic Beanstalk, and the version that it goes back to when that fails. */
export interface BeanstalkPlan {
  readonly action: 'deploy' | 'keep';
  readonly fallback: string | undefined;
}

export interface BeanstalkFacts {
  /** Label that is wanted. */
  readonly label: string;
  /** Of an environment that is ready for an update. */
  readonly state: Pick<BeanstalkState, 'versionLabel'>;
  /** Label of the image that was deployed before by the ledger. An ended run may have replaced it in the environment already. */
  readonly before: string | undefined;
}

export function planBeanstalk({ label, state: { versionLabel }, before }: BeanstalkFacts): BeanstalkPlan {
  if (versionLabel === label) return { action: 'keep', fallback: before };
  return { action: 'deploy', fallback: versionLabel };
}
