import type { PolicyStatement } from '../policy/policy-document.ts';
import { allow } from './allow.ts';
import type { CiRolePolicyOptions } from './ci-role-policy.ts';
import { keyStatements } from './key-statements.ts';
import { inRegions, ownedResources } from './owned-resources.ts';
import { readStatements } from './plan-statements.ts';
import { roleStatements } from './role-statements.ts';
import { stateStatements } from './state-statements.ts';

const REPOSITORIES = [
  'ecr:CreateRepository',
  'ecr:DeleteLifecyclePolicy',
  'ecr:DeleteRepository',
  'ecr:DeleteRepositoryPolicy',
  'ecr:PutImageScanningConfiguration',
  'ecr:PutImageTagMutability',
  'ecr:PutLifecyclePolicy',
  'ecr:SetRepositoryPolicy',
  'ecr:TagResource',
  'ecr:UntagResource',
];

const PUBLIC_REPOSITORIES = [
  'ecr-public:CreateRepository',
  'ecr-public:DeleteRepository',
  'ecr-public:DeleteRepositoryPolicy',
  'ecr-public:PutRepositoryCatalogData',
  'ecr-public:SetRepositoryPolicy',
  'ecr-public:TagResource',
  'ecr-public:UntagResource',
];

/** None of these has a resource (Service Authorization Reference, Amazon ECR). */
const REGISTRY = [
  'ecr:CreatePullThroughCacheRule',
  'ecr:CreateRepositoryCreationTemplate',
  'ecr:DeletePullThroughCacheRule',
  'ecr:DeleteRegistryPolicy',
  'ecr:DeleteRepositoryCreationTemplate',
  'ecr:PutAccountSetting',
  'ecr:PutRegistryPolicy',
  'ecr:PutRegistryScanningConfiguration',
  'ecr:PutReplicationConfiguration',
  'ecr:UpdatePullThroughCacheRule',
  'ecr:UpdateRepositoryCreationTemplate',
];

/** ECR user guide, "IAM permissions required for enhanced scanning": without a resource. */
const INSPECTOR = ['inspector2:Disable', 'inspector2:Enable', 'inspector2:ListAccountPermissions'];

const TOPICS = [
  'sns:CreateTopic',
  'sns:DeleteTopic',
  'sns:SetTopicAttributes',
  'sns:Subscribe',
  'sns:TagResource',
  'sns:UntagResource',
];

/** Without a resource (Service Authorization Reference, Amazon SNS). */
const SUBSCRIPTIONS = ['sns:SetSubscriptionAttributes', 'sns:Unsubscribe'];

const RULES = [
  'events:DeleteRule',
  'events:DisableRule',
  'events:EnableRule',
  'events:PutRule',
  'events:PutTargets',
  'events:RemoveTargets',
  'events:TagResource',
  'events:UntagResource',
];

/** What an apply may do: change what the environment holds, and write its state. */
export function applyStatements(options: CiRolePolicyOptions): PolicyStatement[] {
  const owned = ownedResources(options);
  const when = inRegions(options.regions);
  return [
    ...stateStatements(options.state, 'write'),
    ...readStatements(options),
    ...allow('Repositories', { actions: REPOSITORIES, on: owned.repositories, when }),
    ...allow('PublicRepositories', { actions: PUBLIC_REPOSITORIES, on: owned.publicRepositories }),
    ...allow('Registries', { actions: registryActions(options), on: ['*'], when }),
    ...keyStatements(options),
    ...roleStatements(options),
    ...allow('Topics', { actions: TOPICS, on: owned.topics, when }),
    ...allow('Rules', { actions: RULES, on: owned.rules, when }),
    denyImagesAndRoles(),
  ];
}

function registryActions({ topics = [], enhancedScanning = false }: CiRolePolicyOptions): string[] {
  return [...REGISTRY, ...(enhancedScanning ? INSPECTOR : []), ...(topics.length === 0 ? [] : SUBSCRIPTIONS)];
}

/**
 * Who may set the policy of a repository could let itself in, and who may set the trust of a role could assume it. Denied on everything, so that
 * neither opens a way to images or to another role's permissions.
 */
function denyImagesAndRoles(): PolicyStatement {
  return {
    Sid: 'DenyImagesAndRoles',
    Effect: 'Deny',
    Action: [
      'ecr:BatchDeleteImage',
      'ecr:BatchGetImage',
      'ecr:CompleteLayerUpload',
      'ecr:GetDownloadUrlForLayer',
      'ecr:InitiateLayerUpload',
      'ecr:PutImage',
      'ecr:UploadLayerPart',
      'sts:AssumeRole',
    ],
    Resource: '*',
  };
}
