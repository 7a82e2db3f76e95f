import { eksNodeRole, sageMakerExecutionRole } from '@slipway/access';
import { expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';
import { aes256 } from '../spec/encryption-spec.ts';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import { immutable, immutableExcept } from '../spec/tag-mutability.ts';
import { ciAccess } from './ci-access.ts';
import type { ProductSettings } from './product-settings.ts';

const CI_ROLE = 'mlops-cicd-role';
const EKS_NODE_ROLE = 'mlops-hybrid-eks-nodes-role';
const SAGEMAKER_ROLE = 'mlops-sagemaker-execution-role';

/** The retail MLOps system: the prediction API and the training job (ap-southeast-1). */
export function retailMlops(settings: ProductSettings): RepositorySpec[] {
  const ci = ciAccess(CI_ROLE, settings);
  return [
    {
      name: 'mlops/retail-api',
      ...common(settings),
      lifecycle: [
        keepNewest(10, tagged('v')),
        keepNewest(5, tagged('dev', 'feature', 'main')),
        expireAfterDays(1, untagged()),
      ],
      access: { ...ci, pull: [eksNodeRole(EKS_NODE_ROLE), ...ci.pull] },
    },
    {
      name: 'mlops/train-model',
      ...common(settings),
      // "Keep 5" names its prefixes: an `any` rule would count experiments too and push releases out.
      lifecycle: [
        keepNewest(5, tagged('v', 'dev', 'feature')),
        expireAfterDays(30, tagged('exp-')),
        expireAfterDays(1, untagged()),
      ],
      access: { ...ci, pull: [sageMakerExecutionRole(SAGEMAKER_ROLE), ...ci.pull] },
    },
  ];
}

function common({ production }: ProductSettings) {
  return {
    ...(production
      ? { tagMutability: immutable() }
      : { tagMutability: immutableExcept('latest', 'dev-latest'), movingTags: ['latest', 'dev-latest'] }),
    encryption: aes256(),
    scanOnPush: true,
    tags: { Product: 'retail-mlops', Owner: 'ml-platform', CostCenter: 'retail-forecast' },
  } as const;
}
