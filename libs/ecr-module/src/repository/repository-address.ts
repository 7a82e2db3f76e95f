import type { RepositoryAddress } from '@slipway/access';
import { partitionOf } from './partition-of.ts';

/**
 * What images are pushed to and pulled from: `<account>.dkr.ecr.<region>.amazonaws.com/<name>`.
 * @throws Error for a region whose partition is not known
 */
export function repositoryUrl({ name, region, account }: RepositoryAddress): string {
  return `${account}.dkr.ecr.${region}.${partitionOf(region).dnsSuffix}/${name}`;
}

/**
 * `arn:aws:ecr:<region>:<account>:repository/<name>`, with the partition of the region.
 * @throws Error for a region whose partition is not known
 */
export function arnOf({ name, region, account }: RepositoryAddress): string {
  return `arn:${partitionOf(region).name}:ecr:${region}:${account}:repository/${name}`;
}
