import { describe, expect, it } from '@jest/globals';
import { api, testEnvironment } from '@slipway/ecr-inventory/testing';
import type { BeanstalkReader } from '../beanstalk/beanstalk-reader.ts';
import { versionLabel } from '../beanstalk/version-label.ts';
import { MemoryDeployedImages } from '../testing/memory-deployed-images.ts';
import { containerImages } from './container-images.ts';
import type { ContainerReaders, DeployTargets } from './container-images.ts';
import { deploySchema } from './deploy-target.ts';

const digest = `sha256:${'0a'.repeat(32)}` as const;
const eks = { kind: 'eks', context: 'shop', namespace: 'apis', name: 'api', serviceAccount: 'api' };
const role = 'arn:aws:iam::111111111111:role/api';
const beanstalk = { kind: 'beanstalk', application: 'shop', environment: 'shop-test', bucket: 'bundles' };
const containers = ['api', 'jobs'].map((name) => ({ name, context: name, repository: api.name }));

interface Given {
  readonly targets?: Readonly<Record<string, DeployTargets>>;
  readonly versions?: Partial<BeanstalkReader>;
}

function readers({ targets = {}, versions = {} }: Given) {
  const asked: string[] = [];
  const namespace = new MemoryDeployedImages();
  namespace.images = [{ source: 'eks', reference: 'r/api:1' }];
  const reader: BeanstalkReader = {
    state: () => Promise.resolve({ status: 'Ready', health: 'Green', versionLabel: undefined }),
    version: () => Promise.resolve(undefined),
    ...versions,
  };
  const all: ContainerReaders = {
    containers,
    deployTargets: ({ name }) => Promise.resolve(targets[name] ?? {}),
    openNamespace: ({ context, namespace: name }) => (asked.push(`${context} ${name}`), namespace),
    openBeanstalk: (region) => (asked.push(region), reader),
  };
  return { asked, images: containerImages(testEnvironment, all) };
}

describe('what runs where containers are deployed', () => {
  it('is nothing where no image.json says so, or only for another environment', async () => {
    const { asked, images } = readers({ targets: { api: deploySchema.parse({ prod: { ...eks, role } }) } });
    expect([await images.eks.list(), await images.beanstalk.list(), asked]).toEqual([[], [], []]);
  });

  it('is what the namespace of each container has', async () => {
    const target = deploySchema.parse({ test: { ...eks, role } });
    const { asked, images } = readers({ targets: { api: target, jobs: target } });
    expect(await images.eks.list()).toHaveLength(2);
    expect(asked).toEqual(['shop apis', 'shop apis']);
  });

  it.each([
    ['of the registry with its repository', beanstalk, testEnvironment.registries[0]?.region],
    ['that it names', { ...beanstalk, region: 'eu-west-1' }, 'eu-west-1'],
  ])('is asked of Elastic Beanstalk in the region %s', async (_, target, region) => {
    const { asked, images } = readers({ targets: { api: deploySchema.parse({ test: target }) } });
    expect(await images.beanstalk.list()).toEqual([]);
    expect(asked).toEqual([region]);
  });

  it.each([
    ['the digest of its own versions', versionLabel(digest, '00000000'), { digest }],
    ["that nobody can say what somebody else's version is", 'by-hand', { unidentified: true }],
  ])('knows from Elastic Beanstalk %s', async (_, label, known) => {
    const versions = {
      state: () => Promise.resolve({ status: 'Ready', health: 'Green', versionLabel: label }),
      version: () => Promise.resolve({ label, description: `r/api of ${label}` }),
    };
    const { images } = readers({ targets: { api: deploySchema.parse({ test: beanstalk }) }, versions });
    expect(await images.beanstalk.list()).toEqual([{ source: 'beanstalk', reference: `r/api of ${label}`, ...known }]);
  });
});
