import { beanstalkInstanceRole } from '@slipway/access';
import { anyImage, expireAfterDays, keepNewest, untagged } from '@slipway/lifecycle';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import { aes256 } from '../spec/encryption-spec.ts';
import { mutable } from '../spec/tag-mutability.ts';
import { ciAccess } from './ci-access.ts';
import type { ProductSettings } from './product-settings.ts';

/** The budget planner on Elastic Beanstalk (us-east-1): tagged by commit and with a moving `latest`. */
export function budgetPlanner(settings: ProductSettings): RepositorySpec[] {
  const ci = ciAccess('github-actions-role', settings);
  return [
    {
      name: 'smart-budget-planner',
      tagMutability: mutable(),
      ...(settings.production ? {} : { movingTags: ['latest'] }),
      encryption: aes256(),
      scanOnPush: true,
      lifecycle: [expireAfterDays(1, untagged()), keepNewest(20, anyImage())],
      access: { ...ci, pull: [beanstalkInstanceRole('aws-elasticbeanstalk-ec2-role'), ...ci.pull] },
      adopt: 'if-exists',
      replicas: 'declared',
      tags: { Product: 'budget-planner', Owner: 'finance-tools', CostCenter: 'budget' },
    },
  ];
}
