import { accounts } from './accounts.ts';
import { ciRoles, github } from './ci/ci-roles.ts';
import { budgetPlanner } from './products/budget-planner.ts';
import { microservices } from './products/microservices.ts';
import { retailMlops } from './products/retail-mlops.ts';
import type { EnvironmentSpec } from './spec/environment-spec.ts';
import type { NotificationsSpec } from './spec/notifications-spec.ts';

/** Told of in each registry: what was deleted, and scans that found something to act on. */
const notifications = {
  topic: 'prod-images',
  on: [{ event: 'delete' }, { event: 'scan', severities: ['CRITICAL', 'HIGH'] }],
} as const satisfies NotificationsSpec;

const settings = { environment: 'prod', production: true };

/** Production: pinned versions only, and nothing that holds images can be destroyed. */
export const prod = {
  name: 'prod',
  account: accounts.prod,
  region: 'ap-southeast-1',
  state: { bucket: `slipway-state-${accounts.prod}`, region: 'ap-southeast-1' },
  models: { bucket: `mlops-retail-forecast-models-${accounts.prod}`, region: 'ap-southeast-1' },
  deletion: 'protected',
  tags: { Environment: 'prod', ManagedBy: 'slipway' },
  registries: [
    { region: 'ap-southeast-1', scanning: { type: 'basic' }, notifications, repositories: retailMlops(settings) },
    {
      region: 'us-east-1',
      scanning: { type: 'basic' },
      key: { alias: 'prod-ecr', deletionWindowDays: 10 },
      notifications,
      // The seed filtered eu-west-1 by the prefix `prod-`, which no repository has; the whole account is production.
      replication: [{ region: 'us-west-2' }, { region: 'eu-west-1' }],
      repositories: [...microservices(settings), ...budgetPlanner(settings)],
    },
  ],
  ci: { github, roles: ciRoles('prod', 'promote') },
} as const satisfies EnvironmentSpec;
