import type { Digest } from '@slipway/images';
import type { DeployTarget } from '@slipway/deployments';
import type { DeployReport } from './deploy-report.ts';

/** One deployment, once it is known what goes where. */
export interface DeployWork<Target extends DeployTarget = DeployTarget> {
  readonly target: Target;
  /** Region of the environment. */
  readonly region: string;
  readonly reference: string;
  readonly digest: Digest;
  /** What the ledger calls deployed, when that is another image: known also to a run that finishes the work of an ended one. */
  readonly deployedBefore: Digest | undefined;
  readonly dryRun: boolean;
  readonly timeoutSeconds: number;
  readonly say: (line: string) => void;
}

export type DeployOutcome = Pick<DeployReport, 'action' | 'where' | 'previous' | 'files' | 'diff'>;
