import { readContainerConfig } from '../config/read-container-config.ts';
import type { ConfigWorld } from '../config/read-container-config.ts';
import type { Container, PushTarget } from '../catalog/catalog.ts';
import type { World } from '../world.ts';
import { digestOfLabel } from './beanstalk/compose-bundle.ts';
import type { BeanstalkTarget } from './deploy-config.ts';
import type { DeployedImages } from './deployed-images.ts';

/**
 * What runs where a container is deployed in an environment by its `image.json`; nothing where it is not deployed.
 * In EKS these are all images of the namespace, whoever put them there.
 * @throws Failure `configuration-invalid`
 */
export async function deployedImagesOf(
  container: Container,
  { environment, region }: Pick<PushTarget, 'environment' | 'region'>,
  world: ConfigWorld & Pick<World, 'openCluster' | 'openBeanstalk'>,
): Promise<DeployedImages> {
  const target = (await readContainerConfig(world, container.context)).deploy[environment];
  switch (target?.kind) {
    case undefined:
      return { list: () => Promise.resolve([]) };
    case 'eks':
      return { list: () => world.openCluster(target).images() };
    case 'beanstalk':
      return beanstalkImages(target, world.openBeanstalk(target.region ?? region));
    default:
      return target satisfies never;
  }
}

/** The version that is deployed. One that this project didn't make has no digest that could be read. */
function beanstalkImages(
  { application, environment }: BeanstalkTarget,
  beanstalk: ReturnType<World['openBeanstalk']>,
): DeployedImages {
  return {
    list: async () => {
      const { versionLabel } = await beanstalk.state(application, environment);
      if (versionLabel === undefined) return [];
      const digest = digestOfLabel(versionLabel);
      const version = await beanstalk.version(application, versionLabel);
      const reference = version?.description ?? versionLabel;
      return [{ source: 'beanstalk', reference, ...(digest === undefined ? {} : { digest }) }];
    },
  };
}
