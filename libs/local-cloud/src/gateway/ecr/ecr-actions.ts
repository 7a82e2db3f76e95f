import { batchDeleteImage } from './batch-delete-image.ts';
import { batchGetImage } from './batch-get-image.ts';
import { createRepository } from './create-repository.ts';
import { deleteRepository } from './delete-repository.ts';
import { describeImages } from './describe-images.ts';
import { describeRepositories } from './describe-repositories.ts';
import type { EcrHandler } from './ecr-call.ts';
import { getAuthorizationToken } from './get-authorization-token.ts';
import { listImages } from './list-images.ts';
import { putImage } from './put-image.ts';
import { createPullThroughCacheRule } from './pull-through/create-pull-through-cache-rule.ts';
import { deletePullThroughCacheRule } from './pull-through/delete-pull-through-cache-rule.ts';
import { describePullThroughCacheRules } from './pull-through/describe-pull-through-cache-rules.ts';
import { updatePullThroughCacheRule } from './pull-through/update-pull-through-cache-rule.ts';
import { getAccountSetting } from './settings/get-account-setting.ts';
import { putAccountSetting } from './settings/put-account-setting.ts';
import { createRepositoryCreationTemplate } from './templates/create-repository-creation-template.ts';
import { deleteRepositoryCreationTemplate } from './templates/delete-repository-creation-template.ts';
import { describeRepositoryCreationTemplates } from './templates/describe-repository-creation-templates.ts';
import { updateRepositoryCreationTemplate } from './templates/update-repository-creation-template.ts';

/** What answers each action of the ECR API: a function of ours, or moto as it is. Everything else is refused. */
export const ecrActions: Readonly<Record<string, EcrHandler | 'moto'>> = {
  BatchDeleteImage: batchDeleteImage,
  BatchGetImage: batchGetImage,
  BatchGetRepositoryScanningConfiguration: 'moto',
  CreatePullThroughCacheRule: createPullThroughCacheRule,
  CreateRepository: createRepository,
  CreateRepositoryCreationTemplate: createRepositoryCreationTemplate,
  DeleteLifecyclePolicy: 'moto',
  DeletePullThroughCacheRule: deletePullThroughCacheRule,
  DeleteRegistryPolicy: 'moto',
  DeleteRepository: deleteRepository,
  DeleteRepositoryCreationTemplate: deleteRepositoryCreationTemplate,
  DeleteRepositoryPolicy: 'moto',
  DescribeImageScanFindings: 'moto',
  DescribeImages: describeImages,
  DescribePullThroughCacheRules: describePullThroughCacheRules,
  DescribeRegistry: 'moto',
  DescribeRepositories: describeRepositories,
  DescribeRepositoryCreationTemplates: describeRepositoryCreationTemplates,
  GetAccountSetting: getAccountSetting,
  GetAuthorizationToken: getAuthorizationToken,
  GetLifecyclePolicy: 'moto',
  GetRegistryPolicy: 'moto',
  GetRegistryScanningConfiguration: 'moto',
  GetRepositoryPolicy: 'moto',
  ListImages: listImages,
  ListTagsForResource: 'moto',
  PutAccountSetting: putAccountSetting,
  PutImage: putImage,
  PutImageScanningConfiguration: 'moto',
  PutImageTagMutability: 'moto',
  PutLifecyclePolicy: 'moto',
  PutRegistryPolicy: 'moto',
  PutRegistryScanningConfiguration: 'moto',
  PutReplicationConfiguration: 'moto',
  SetRepositoryPolicy: 'moto',
  StartImageScan: 'moto',
  TagResource: 'moto',
  UntagResource: 'moto',
  UpdatePullThroughCacheRule: updatePullThroughCacheRule,
  UpdateRepositoryCreationTemplate: updateRepositoryCreationTemplate,
};
