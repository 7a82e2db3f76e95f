import { awsAccount, awsService, eksNodeRole, gitHubActionsRole, organization } from '@slipway/access';
import { aes256, basicScanning, immutable } from '@slipway/environments';
import type { EnvironmentSpec, RepositorySpec } from '@slipway/environments';
import { expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';

export const ACCOUNT = '111111111111';
export const OTHER_ACCOUNT = '222222222222';

/** A repository with two rules and a principal of every kind. */
export const api: RepositorySpec = {
  name: 'shop/api',
  tagMutability: immutable(),
  encryption: aes256(),
  scanOnPush: true,
  lifecycle: [keepNewest(2, tagged('v')), expireAfterDays(1, untagged())],
  access: {
    pull: [eksNodeRole('nodes'), organization('o-a1b2c3d4e5'), awsAccount(OTHER_ACCOUNT), awsService('lambda')],
    pullPush: [gitHubActionsRole('ci')],
  },
};

/** Kept for ever, and open to its owner alone. */
export const tools: RepositorySpec = { ...api, name: 'tools', lifecycle: [], access: {}, replicas: 'declared' };

/** Two repositories and their replicas in another region. */
export const testEnvironment: EnvironmentSpec = {
  name: 'test',
  account: ACCOUNT,
  region: 'us-east-1',
  state: { bucket: 'state', region: 'us-east-1' },
  models: { bucket: 'models', region: 'us-east-1' },
  deletion: 'disposable',
  tags: {},
  registries: [
    {
      region: 'us-east-1',
      scanning: basicScanning(),
      replication: [{ region: 'us-west-2' }],
      repositories: [api, tools],
    },
  ],
  ci: {
    github: { owner: 'acme', repository: 'slipway', provider: 'existing' },
    roles: [{ name: 'ci', verb: 'push', subjects: [{ environment: 'test' }] }],
  },
};
