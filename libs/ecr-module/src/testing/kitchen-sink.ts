import { gitHubActionsRole, iamRole, organization } from '@slipway/access';
import {
  aes256,
  enhancedScanning,
  immutable,
  immutableExcept,
  kms,
  mutableExcept,
  type EnvironmentSpec,
  type RepositorySpec,
} from '@slipway/environments';
import { expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';

const account = '111122223333';
const otherAccount = '444455556666';

const service = (name: string): RepositorySpec => ({
  name,
  tagMutability: immutableExcept('latest', 'dev-*'),
  encryption: kms(),
  scanOnPush: true,
  lifecycle: [keepNewest(10, tagged('v')), expireAfterDays(1, untagged())],
  access: { pull: [iamRole('eks-nodes'), organization('o-a1b2c3d4e5')], pullPush: [gitHubActionsRole('ci-push')] },
  tags: { Product: 'shop', Name: name },
});

/** An environment that uses everything there is. */
export const kitchenSink: EnvironmentSpec = {
  name: 'sink',
  account,
  region: 'us-east-1',
  state: { bucket: 'slipway-state-111122223333', region: 'us-east-1' },
  models: { bucket: 'models-111122223333', region: 'us-east-1' },
  deletion: 'disposable',
  tags: { Environment: 'sink' },
  registries: [
    {
      region: 'us-east-1',
      scanning: enhancedScanning({ continuous: ['shop/*'], onPush: ['tools'] }),
      key: {
        alias: 'sink-ecr',
        deletionWindowDays: 7,
        rotationPeriodDays: 90,
        administrators: [iamRole('key-administrator')],
        users: [gitHubActionsRole('ci-push')],
      },
      replication: [{ region: 'us-west-2' }, { region: 'eu-west-1', account: otherAccount, prefixes: ['shop/'] }],
      replicationSources: [{ account: otherAccount, prefixes: ['partner/'] }],
      creationTemplates: [
        {
          namespace: 'partner',
          description: 'images of a partner',
          appliedFor: ['replication'],
          tagMutability: mutableExcept('v*'),
          encryption: aes256(),
          lifecycle: [expireAfterDays(30, untagged())],
          access: { pull: [iamRole('eks-nodes')] },
          tags: { Owner: 'partner' },
        },
      ],
      pullThroughCaches: [
        { namespace: 'ecr-public', upstream: { registry: 'ecr-public' } },
        {
          namespace: 'docker-hub',
          upstream: {
            registry: 'docker-hub',
            credentialArn: `arn:aws:secretsmanager:us-east-1:${account}:secret:ecr-pullthroughcache/hub-AbCdEf`,
          },
          template: { tagMutability: immutable(), encryption: kms(), lifecycle: [expireAfterDays(14, untagged())] },
        },
        {
          namespace: 'platform',
          upstream: {
            registry: 'ecr',
            account: otherAccount,
            region: 'eu-west-1',
            roleArn: `arn:aws:iam::${account}:role/cache`,
          },
        },
      ],
      settings: { basicScanning: 'aws-native', registryPolicyScope: 'v2' },
      notifications: {
        topic: 'sink-images',
        on: [{ event: 'push' }, { event: 'delete' }, { event: 'scan', severities: ['CRITICAL', 'HIGH'] }],
        subscriptions: [{ protocol: 'email', endpoint: 'images@example.com' }],
      },
      repositories: [
        service('shop/api'),
        service('shop/web'),
        {
          name: 'tools',
          tagMutability: immutable(),
          encryption: aes256(),
          scanOnPush: true,
          lifecycle: [expireAfterDays(1, untagged())],
          access: {},
          adopt: 'if-exists',
          replicas: 'declared',
        },
      ],
    },
    {
      region: 'us-west-2',
      scanning: { type: 'basic' },
      repositories: [],
    },
  ],
  publicRepositories: [
    {
      name: 'shop/cli',
      description: 'the shop on the command line',
      about: '# Shop',
      usage: '`docker run`',
      architectures: ['x86-64', 'ARM 64'],
      operatingSystems: ['Linux'],
      push: [gitHubActionsRole('ci-push')],
      tags: { Product: 'shop' },
    },
  ],
};
