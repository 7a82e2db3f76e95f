import { budgetPlanner } from './products/budget-planner.ts';
import { microservices } from './products/microservices.ts';
import { retailMlops } from './products/retail-mlops.ts';
import type { EnvironmentSpec } from './spec/environment-spec.ts';

const settings = { environment: 'dev', production: false };

/** Development: tags may move, everything can be destroyed with its images. */
export const dev = {
  name: 'dev',
  account: '111122223333',
  region: 'ap-southeast-1',
  state: { bucket: 'slipway-state-111122223333', region: 'ap-southeast-1' },
  models: { bucket: 'mlops-retail-forecast-models-111122223333', region: 'ap-southeast-1' },
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
} as const satisfies EnvironmentSpec;
