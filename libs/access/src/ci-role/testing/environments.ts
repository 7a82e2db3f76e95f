import type { CiRolePolicyOptions } from '../ci-role-policy.ts';

/** What the roles of an environment have in common. */
export type CiEnvironment = Omit<CiRolePolicyOptions, 'verb'>;

export const DEV = '111122223333';
export const PROD = '444455556666';

/** ARN of a private repository. */
export const repository = (account: string, name = 'api', region = 'us-east-1') =>
  `arn:aws:ecr:${region}:${account}:repository/${name}`;

/** Two registries, nothing special. */
export const dev: CiEnvironment = {
  environment: 'dev',
  account: DEV,
  regions: ['ap-southeast-1', 'us-east-1', 'us-west-2'],
  state: { bucket: `state-${DEV}`, key: 'dev/terraform.tfstate' },
  repositories: [{ arn: repository(DEV), access: 'pullPush' }],
  ledgers: [{ bucket: `state-${DEV}`, environment: 'dev', access: 'write' }],
  ownedRoleNames: ['slipway-dev-ecr-templates'],
};

/** Everything that an environment can have, and grants of the environment before it: more than it may use. */
export const prod: CiEnvironment = {
  environment: 'prod',
  account: PROD,
  regions: ['ap-southeast-1', 'us-east-1', 'us-west-2', 'eu-west-1'],
  state: { bucket: `state-${PROD}`, key: 'prod/terraform.tfstate' },
  repositories: [
    { arn: repository(PROD), access: 'pullPush' },
    { arn: repository(DEV), access: 'pullPush' },
    { arn: repository(DEV, 'uploads'), access: 'push' },
  ],
  ledgers: [
    { bucket: `state-${PROD}`, environment: 'prod', access: 'write' },
    { bucket: `state-${DEV}`, environment: 'dev', access: 'read' },
  ],
  ownedRoleNames: ['slipway-prod-ecr-templates'],
  topics: ['ecr-events'],
  publicRepositories: ['slipway/tool'],
  enhancedScanning: true,
};
