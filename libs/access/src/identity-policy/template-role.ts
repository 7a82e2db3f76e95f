import { repositoryArn } from '../arn/repository-arn.ts';
import { sortedUnique } from '../collection/sorted-unique.ts';
import type { PolicyDocument, PolicyStatement } from '../policy/policy-document.ts';

export interface TemplateRoleOptions {
  /** Account of the role and of the repositories that ECR creates, 12 digits. */
  readonly account: string;
}

/**
 * Who may assume the role of creation templates: ECR (ECR user guide, "Create an IAM role for repository creation templates").
 * The guide has no condition and doesn't say whether ECR names the account that it works for; where it does, it has to be this one.
 */
export function templateRoleTrust({ account }: TemplateRoleOptions): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AllowEcr',
        Effect: 'Allow',
        Principal: { Service: 'ecr.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEqualsIfExists: { 'aws:SourceAccount': account } },
      },
    ],
  };
}

export interface TemplateRolePolicyOptions extends TemplateRoleOptions {
  /** KMS keys that templates encrypt with. */
  readonly keyArns: readonly string[];
}

/** What ECR does in this role: create repositories with tags, and let them use their key. */
export function templateRolePolicy({ account, keyArns }: TemplateRolePolicyOptions): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AllowCreation',
        Effect: 'Allow',
        Action: ['ecr:CreateRepository', 'ecr:ReplicateImage', 'ecr:TagResource'],
        Resource: repositoryArn({ account, region: '*', name: '*' }),
      },
      ...keyStatements(sortedUnique(keyArns)),
    ],
  };
}

function keyStatements(keyArns: readonly string[]): PolicyStatement[] {
  if (keyArns.length === 0) return [];
  return [
    {
      Sid: 'AllowKeys',
      Effect: 'Allow',
      Action: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:RetireGrant'],
      Resource: keyArns,
    },
  ];
}
