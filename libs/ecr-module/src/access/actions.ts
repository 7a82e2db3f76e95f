/**
 * What a pull needs in a repository policy (ECR user guide, "Pulling an image").
 * `ecr:GetAuthorizationToken` is not here: it has no resource, so it belongs to identity policies.
 */
export const PULL_ACTIONS = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
] as const;

/** What a push needs (ECR user guide, "Required IAM permissions for pushing an image"), and the pull of what was pushed. */
export const PUSH_ACTIONS = [
  ...PULL_ACTIONS,
  'ecr:CompleteLayerUpload',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
] as const;
