import { actionsOf } from '../action/actions-of.ts';
import type { PolicyStatement } from '../policy/policy-document.ts';
import { allow } from './allow.ts';
import type { CiRolePolicyOptions } from './ci-role-policy.ts';
import { inRegions, ownedResources } from './owned-resources.ts';
import { stateStatements } from './state-statements.ts';

/** What the AWS provider reads of a registry: none of these has a resource (Service Authorization Reference, Amazon ECR). */
const REGISTRY = [
  'ecr:DescribePullThroughCacheRules',
  'ecr:DescribeRegistry',
  'ecr:DescribeRepositoryCreationTemplates',
  'ecr:GetAccountSetting',
  'ecr:GetRegistryPolicy',
  'ecr:GetRegistryScanningConfiguration',
];

const PUBLIC_REPOSITORIES = [
  'ecr-public:DescribeRepositories',
  'ecr-public:GetRepositoryCatalogData',
  'ecr-public:GetRepositoryPolicy',
  'ecr-public:ListTagsForResource',
];

const KEYS = ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListResourceTags'];
const ROLES = [
  'iam:GetRole',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:ListRolePolicies',
  'iam:ListRoleTags',
];
const TOPICS = ['sns:GetTopicAttributes', 'sns:ListSubscriptionsByTopic', 'sns:ListTagsForResource'];
const RULES = ['events:DescribeRule', 'events:ListTagsForResource', 'events:ListTargetsByRule'];

/** What a plan may do: read everything that it compares, and hold the lock of the state. */
export function planStatements(options: CiRolePolicyOptions): PolicyStatement[] {
  return [...stateStatements(options.state, 'read'), ...readStatements(options)];
}

/** Everything that Terraform reads, and the images that the review of a plan counts; no layer and no manifest. */
export function readStatements(options: CiRolePolicyOptions): PolicyStatement[] {
  const owned = ownedResources(options);
  const when = inRegions(options.regions);
  return [
    ...allow('ReadRepositories', { actions: actionsOf('read'), on: owned.repositories, when }),
    ...allow('ReadPublicRepositories', { actions: PUBLIC_REPOSITORIES, on: owned.publicRepositories }),
    ...allow('ReadKeys', { actions: KEYS, on: owned.keys, when }),
    ...allow('ReadRoles', { actions: ROLES, on: owned.roles }),
    ...allow('ReadTopics', { actions: TOPICS, on: owned.topics, when }),
    ...allow('ReadRules', { actions: RULES, on: owned.rules, when }),
    ...allow('ReadRegistries', { actions: [...REGISTRY, ...listed(options)], on: ['*'], when }),
  ];
}

/** These have no resource either. */
function listed({ topics = [] }: CiRolePolicyOptions): string[] {
  return ['kms:ListAliases', ...(topics.length === 0 ? [] : ['sns:GetSubscriptionAttributes'])];
}
