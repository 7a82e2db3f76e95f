import type { World as ReviewWorld } from '../world.ts';
import type { Checkout } from './checkout/checkout.ts';
import type { SavedPlans } from './saved-plans/saved-plans.ts';
import type { Terraform } from './terraform/terraform.ts';

/** Everything outside that plans and deployments touch. Tests put fakes here. */
export interface World extends ReviewWorld {
  readonly checkout: Checkout;
  readonly terraform: Terraform;
  readonly plans: SavedPlans;
  /** Whether this is a run of CI, whose plans have to be of a commit. */
  readonly isCi: boolean;
}
