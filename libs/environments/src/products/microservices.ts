import { expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import { immutable, mutable } from '../spec/tag-mutability.ts';
import type { ProductSettings } from './product-settings.ts';

const SERVICES = ['api-gateway', 'auth-service', 'order-service', 'user-service', 'notification-service'] as const;
const CI_ROLE = 'github-actions-role';

/** The five microservices of the shop (us-east-1), declared as one. */
export function microservices(settings: ProductSettings): RepositorySpec[] {
  return SERVICES.map((name) => service(name, settings));
}

function service(name: string, { environment, production }: ProductSettings): RepositorySpec {
  return {
    name,
    ...(production
      ? { tagMutability: immutable() }
      : { tagMutability: mutable(), movingTags: ['latest', 'dev-latest'] }),
    encryption: 'registry-key',
    scanOnPush: true,
    lifecycle: [
      keepNewest(10, tagged('v')),
      expireAfterDays(7, tagged('dev-', 'feature-')),
      expireAfterDays(1, untagged()),
    ],
    access: { pull: [`eks-${environment}-node-role`, CI_ROLE], push: [CI_ROLE] },
    tags: { Name: name, Product: 'microservices', Owner: 'shop-platform', CostCenter: 'shop' },
  };
}
