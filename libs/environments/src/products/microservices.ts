import { eksNodeRole } from '@slipway/access';
import { expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';
import { kms } from '../spec/encryption-spec.ts';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import { immutable, mutable } from '../spec/tag-mutability.ts';
import { ciAccess } from './ci-access.ts';
import type { ProductSettings } from './product-settings.ts';

const SERVICES = ['api-gateway', 'auth-service', 'order-service', 'user-service', 'notification-service'] as const;
const CI_ROLE = 'github-actions-role';

/** The five microservices of the shop (us-east-1), declared as one. */
export function microservices(settings: ProductSettings): RepositorySpec[] {
  return SERVICES.map((name) => service(name, settings));
}

function service(name: string, settings: ProductSettings): RepositorySpec {
  const { environment, production } = settings;
  const ci = ciAccess(CI_ROLE, settings);
  return {
    name,
    ...(production
      ? { tagMutability: immutable() }
      : { tagMutability: mutable(), movingTags: ['latest', 'dev-latest'] }),
    encryption: kms(),
    scanOnPush: true,
    lifecycle: [
      keepNewest(10, tagged('v')),
      expireAfterDays(7, tagged('dev-', 'feature-')),
      expireAfterDays(1, untagged()),
    ],
    access: { ...ci, pull: [eksNodeRole(`eks-${environment}-node-role`), ...ci.pull] },
    tags: { Name: name, Product: 'microservices', Owner: 'shop-platform', CostCenter: 'shop' },
  };
}
