import { accounts } from './accounts.ts';
import { ciRoles, github } from './ci/ci-roles.ts';
import { budgetPlanner } from './products/budget-planner.ts';
import { microservices } from './products/microservices.ts';
import { retailMlops } from './products/retail-mlops.ts';
import type { EnvironmentSpec } from './spec/environment-spec.ts';

const settings = { environment: 'dev', production: false, promotedTo: accounts.prod };

/** Development: tags may move, everything can be destroyed with its images. */
export const dev = {
  name: 'dev',
  account: accounts.dev,
  region: 'ap-southeast-1',
  state: { bucket: `slipway-state-${accounts.dev}`, region: 'ap-southeast-1' },
  models: { bucket: `mlops-retail-forecast-models-${accounts.dev}`, region: 'ap-southeast-1' },
  deletion: 'disposable',
  tags: { Environment: 'dev', ManagedBy: 'slipway' },
  registries: [
    { region: 'ap-southeast-1', scanning: { type: 'basic' }, repositories: retailMlops(settings) },
    {
      region: 'us-east-1',
      scanning: { type: 'basic' },
      key: { alias: 'dev-ecr', deletionWindowDays: 10 },
      replication: [{ region: 'us-west-2' }],
      repositories: [...microservices(settings), ...budgetPlanner(settings)],
    },
  ],
  ci: { github, roles: ciRoles('dev', 'push') },
} as const satisfies EnvironmentSpec;
