import type { DeployedImages } from '../deployed-images.ts';
import type { KubectlPlace } from '../eks/kubectl.ts';
import { digestOfLabel } from '../beanstalk/version-label.ts';
import type { BeanstalkReader } from '../beanstalk/beanstalk-reader.ts';
import type { BeanstalkTarget, DeployTarget } from './deploy-target.ts';

/** What is asked of the world for it. */
export interface TargetReaders {
  readonly openNamespace: (place: KubectlPlace) => DeployedImages;
  readonly openBeanstalk: (region: string) => BeanstalkReader;
}

/**
 * What runs where a container is deployed. In EKS these are all images of the namespace, whoever put them there.
 * @param region of the container's repository: where Elastic Beanstalk is, unless the target says otherwise
 */
export function targetImages(target: DeployTarget, region: string, readers: TargetReaders): DeployedImages {
  switch (target.kind) {
    case 'eks':
      return readers.openNamespace(target);
    case 'beanstalk':
      return beanstalkImages(target, readers.openBeanstalk(target.region ?? region));
    default:
      return target satisfies never;
  }
}

/** The version that is deployed. One that this project didn't make has no digest that could be read. */
function beanstalkImages({ application, environment }: BeanstalkTarget, beanstalk: BeanstalkReader): DeployedImages {
  return {
    list: async () => {
      const { versionLabel } = await beanstalk.state(application, environment);
      if (versionLabel === undefined) return [];
      const digest = digestOfLabel(versionLabel);
      const version = await beanstalk.version(application, versionLabel);
      const reference = version?.description ?? versionLabel;
      return [{ source: 'beanstalk', reference, ...(digest === undefined ? { unidentified: true } : { digest }) }];
    },
  };
}
