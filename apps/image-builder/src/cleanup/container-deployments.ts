import type { EnvironmentSpec } from '@slipway/environments';
import { readContainerConfig } from '../config/read-container-config.ts';
import type { ConfigWorld } from '../config/read-container-config.ts';
import { deployedImagesOf } from '../deploy/deployed-images-of.ts';
import type { DeployedImage, DeployedImages } from '../deploy/deployed-images.ts';
import type { World } from '../world.ts';

/** Kinds of deployments that an `image.json` can name. */
type Kind = 'eks' | 'beanstalk';

export type DeploymentWorld = ConfigWorld & Pick<World, 'catalog' | 'openBeanstalk' | 'openCluster'>;

/** What runs where the containers' `image.json` deploys them in an environment, by the kind of deployment. */
export function containerDeployments(
  { name }: EnvironmentSpec,
  world: DeploymentWorld,
): Readonly<Record<Kind, DeployedImages>> {
  const ofKind = (kind: Kind): DeployedImages => ({ list: () => listKind(kind, name, world) });
  return { eks: ofKind('eks'), beanstalk: ofKind('beanstalk') };
}

async function listKind(kind: Kind, environment: string, world: DeploymentWorld): Promise<DeployedImage[]> {
  const found: DeployedImage[] = [];
  for (const name of world.catalog.names()) {
    const container = world.catalog.container(name);
    const { deploy } = await readContainerConfig(world, container.context);
    if (deploy[environment]?.kind !== kind) continue;
    const target = world.catalog.target(container, environment);
    found.push(...(await (await deployedImagesOf(container, target, world)).list()));
  }
  return found;
}
