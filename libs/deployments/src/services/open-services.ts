import { placesOf } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import type { DeployedImages } from '../deployed-images.ts';
import { EcsImages } from './ecs-images.ts';
import { LambdaImages } from './lambda-images.ts';

/**
 * Every service of AWS that may run images of an environment, by name, asked in all regions that have its repositories.
 * @param settings more than the SDK takes from this process
 */
export function openServices(
  environment: EnvironmentSpec,
  signal: AbortSignal,
  settings: { readonly profile?: string } = {},
): Readonly<Record<string, DeployedImages>> {
  const regions = [...new Set([environment.region, ...placesOf(environment).map(({ region }) => region)])].sort();
  return {
    ecs: new EcsImages(regions, signal, settings),
    lambda: new LambdaImages(regions, signal, settings),
  };
}
