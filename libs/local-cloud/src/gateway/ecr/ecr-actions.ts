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

/** What answers each action of the ECR API: a function of ours, or moto as it is. Everything else is refused. */
export const ecrActions: Readonly<Record<string, EcrHandler | 'moto'>> = {
  BatchDeleteImage: batchDeleteImage,
  BatchGetImage: batchGetImage,
  BatchGetRepositoryScanningConfiguration: 'moto',
  CreateRepository: createRepository,
  DeleteLifecyclePolicy: 'moto',
  DeleteRegistryPolicy: 'moto',
  DeleteRepository: deleteRepository,
  DeleteRepositoryPolicy: 'moto',
  DescribeImageScanFindings: 'moto',
  DescribeImages: describeImages,
  DescribeRegistry: 'moto',
  DescribeRepositories: describeRepositories,
  GetAuthorizationToken: getAuthorizationToken,
  GetLifecyclePolicy: 'moto',
  GetRegistryPolicy: 'moto',
  GetRegistryScanningConfiguration: 'moto',
  GetRepositoryPolicy: 'moto',
  ListImages: listImages,
  ListTagsForResource: 'moto',
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
};
