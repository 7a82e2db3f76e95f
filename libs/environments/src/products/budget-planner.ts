import { anyImage, expireAfterDays, keepNewest, untagged } from '@slipway/lifecycle';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import { mutable } from '../spec/tag-mutability.ts';
import type { ProductSettings } from './product-settings.ts';

/** The budget planner on Elastic Beanstalk (us-east-1): tagged by commit and with a moving `latest`. */
export function budgetPlanner({ production }: ProductSettings): RepositorySpec[] {
  return [
    {
      name: 'smart-budget-planner',
      tagMutability: mutable(),
      ...(production ? {} : { movingTags: ['latest'] }),
      encryption: 'aes256',
      scanOnPush: true,
      lifecycle: [expireAfterDays(1, untagged()), keepNewest(20, anyImage())],
      access: { pull: ['aws-elasticbeanstalk-ec2-role'], push: ['github-actions-role'] },
      tags: { Product: 'budget-planner', Owner: 'finance-tools', CostCenter: 'budget' },
    },
  ];
}
