import type { Role } from '@aws-sdk/client-iam';
import { prefixOfName } from '../generated-name.ts';
import { foundTags } from '../key-value-tags.ts';
import type { Found } from '../resource-behaviour.ts';
import { timestamp } from '../timestamp.ts';
import { decodedDocument } from './decoded-document.ts';

/** A role as IAM describes it, in Terraform's attributes. */
export function foundRole(role: Role, managed: readonly string[]): Found {
  return {
    attributes: {
      arn: role.Arn ?? null,
      assume_role_policy: decodedDocument(role.AssumeRolePolicyDocument),
      create_date: timestamp(role.CreateDate),
      description: role.Description ?? '',
      managed_policy_arns: [...managed],
      max_session_duration: role.MaxSessionDuration ?? null,
      name: role.RoleName ?? null,
      name_prefix: prefixOfName(role.RoleName ?? ''),
      path: role.Path ?? null,
      permissions_boundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? '',
      unique_id: role.RoleId ?? null,
    },
    tags: foundTags(role.Tags),
  };
}
