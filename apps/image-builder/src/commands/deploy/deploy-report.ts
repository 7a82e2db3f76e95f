import type { Digest } from '@slipway/images';

/** What was deployed, or would be. Printed as it is by `--json`. */
export interface DeployReport {
  readonly schemaVersion: 1;
  readonly report: 'deploy';
  readonly container: string;
  readonly environment: string;
  readonly kind: 'eks' | 'beanstalk';
  /** Where, in words. */
  readonly where: string;
  /** Address of the image with its digest. */
  readonly reference: string;
  readonly digest: Digest;
  /** `keep`: all of it was there already. */
  readonly action: 'deploy' | 'keep';
  /** What ran before: the address of an image in EKS, a version label in Elastic Beanstalk. Left out for the first deployment. */
  readonly previous?: string;
  readonly dryRun: boolean;
  /** What would be applied: of a dry run. */
  readonly files?: readonly { readonly name: string; readonly text: string }[];
  /** What would change in the cluster: of a dry run in EKS. Empty when nothing would. */
  readonly diff?: string;
}
