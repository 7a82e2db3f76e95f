import type { EnvironmentSpec } from '@slipway/environments';
import { AwsProvider, type TerraformStack } from '../cdktf.ts';

/** The provider of an environment's stacks: it refuses every other account, and tags everything. */
export function accountProvider(stack: TerraformStack, { region, account, tags }: EnvironmentSpec): void {
  new AwsProvider(stack, 'aws', { region, allowedAccountIds: [account], defaultTags: [{ tags: { ...tags } }] });
}
