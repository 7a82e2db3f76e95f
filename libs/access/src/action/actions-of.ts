import type { AccessLevel } from '../grant.ts';

/** ECR user guide, "Private repository policy examples": manifests, and layers by their download URL. */
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** ECR user guide, "IAM permissions for pushing an image": a push reads the manifest that it may be replacing, and no layer. */
const PUSH = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:CompleteLayerUpload',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
];

/** The managed policy AmazonEC2ContainerRegistryReadOnly without manifests, layers and the token. */
const READ = [
  'ecr:DescribeImageReplicationStatus',
  'ecr:DescribeImageScanFindings',
  'ecr:DescribeImages',
  'ecr:DescribeRepositories',
  'ecr:GetLifecyclePolicy',
  'ecr:GetLifecyclePolicyPreview',
  'ecr:GetRepositoryPolicy',
  'ecr:ListImages',
  'ecr:ListTagsForResource',
];

const ACTIONS: Readonly<Record<AccessLevel, readonly string[]>> = {
  pull: PULL,
  push: PUSH,
  pullPush: [...new Set([...PULL, ...PUSH])].sort(),
  read: READ,
};

/**
 * The actions of a level on one repository, in alphabetical order.
 * `ecr:GetAuthorizationToken` is never among them: it has no resource, so it belongs to identity policies.
 */
export function actionsOf(level: AccessLevel): readonly string[] {
  return ACTIONS[level];
}
