import type { Cloud } from '../cloud.ts';
import { baseImageStep } from './base-image-step.ts';
import { bucketStep } from './bucket-step.ts';
import { engineStep } from './engine-step.ts';
import { gatewayStep } from './gateway-step.ts';
import { machineStep } from './machine-step.ts';
import { motoStep } from './moto-step.ts';
import { registryStep } from './registry-step.ts';
import type { Step } from './step.ts';
import type { UpOptions } from './up-options.ts';

/** Everything that makes a local cloud, in order. Steps look before they do, so a second time costs little. */
export async function upSteps(cloud: Cloud, options: UpOptions): Promise<readonly Step[]> {
  const engine = options.engine ?? (await cloud.state.read())?.engine !== undefined;
  const steps = [
    machineStep(cloud, engine),
    motoStep(cloud),
    registryStep(cloud),
    gatewayStep(cloud, options),
    bucketStep(cloud),
  ];
  return engine ? [...steps, engineStep(cloud), baseImageStep(cloud)] : steps;
}
