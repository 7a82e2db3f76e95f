import type { ContainerSpec, EnvironmentSpec } from '@slipway/environments';
import type { DeployedImage, DeployedImages } from '../deployed-images.ts';
import type { DeployTarget } from './deploy-target.ts';
import { targetImages } from './target-images.ts';
import type { TargetReaders } from './target-images.ts';

/** Where a container is deployed, by the name of the environment. */
export type DeployTargets = Readonly<Record<string, DeployTarget>>;

/** What is asked of the world for it. */
export interface ContainerReaders extends TargetReaders {
  readonly containers: readonly ContainerSpec[];
  /** @throws Failure `configuration-invalid` */
  readonly deployTargets: (container: ContainerSpec) => Promise<DeployTargets>;
}

/** What runs where the containers' `image.json` deploys them in an environment, by the kind of deployment. */
export function containerImages(
  environment: EnvironmentSpec,
  readers: ContainerReaders,
): Readonly<Record<DeployTarget['kind'], DeployedImages>> {
  const ofKind = (kind: DeployTarget['kind']): DeployedImages => ({
    list: () => listKind(kind, environment, readers),
  });
  return { eks: ofKind('eks'), beanstalk: ofKind('beanstalk') };
}

async function listKind(
  kind: DeployTarget['kind'],
  environment: EnvironmentSpec,
  readers: ContainerReaders,
): Promise<DeployedImage[]> {
  const found: DeployedImage[] = [];
  for (const container of readers.containers) {
    const target = (await readers.deployTargets(container))[environment.name];
    if (target?.kind !== kind) continue;
    const region = regionOf(container, environment);
    found.push(...(await targetImages(target, region, readers).list()));
  }
  return found;
}

/** Of the registry that has the container's repository. */
function regionOf({ repository }: ContainerSpec, { region, registries }: EnvironmentSpec): string {
  return registries.find(({ repositories }) => repositories.some(({ name }) => name === repository))?.region ?? region;
}
