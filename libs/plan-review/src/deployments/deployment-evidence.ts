import type { ImageUse } from '@slipway/images';

/** What an environment needs its images for, as far as somebody could be asked. */
export interface DeploymentEvidence {
  /** Such as `prod`. */
  readonly environment: string;
  readonly uses: readonly ImageUse[];
  /** Who could not say it. What they need is not known, and counts as needed. */
  readonly unasked: readonly UnaskedSource[];
}

export interface UnaskedSource {
  /** Such as `ecs` or `ledger:prod`. */
  readonly source: string;
  /** Why, in words. */
  readonly problem: string;
}
