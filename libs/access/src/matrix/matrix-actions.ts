import type { MatrixAction } from './access-matrix.ts';

/** Without these, a pull, a push or a look at a repository doesn't work; with them, it does. */
const NEEDED: Readonly<Record<MatrixAction, readonly string[]>> = {
  pull: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
  push: ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'],
  read: ['ecr:DescribeImages', 'ecr:DescribeRepositories', 'ecr:ListImages'],
};

/** Any of these makes a principal one that manages the repository. */
const MANAGING: Readonly<Record<string, string>> = {
  'ecr:BatchDeleteImage': 'delete images',
  'ecr:DeleteRepository': 'delete the repository',
  'ecr:SetRepositoryPolicy': 'change its policy',
};

/** What someone can do, as far as `isAllowed` says so. */
export function matrixActions(isAllowed: (action: string) => boolean): MatrixAction[] {
  const actions = ['pull', 'push', 'read'] as const;
  return actions.filter((action) => NEEDED[action].every(isAllowed));
}

/** What someone can do beside the actions of the matrix, in words. */
export function managingActions(isAllowed: (action: string) => boolean): string[] {
  return Object.entries(MANAGING).flatMap(([action, words]) => (isAllowed(action) ? [words] : []));
}
