import { GetRoleCommand, type RoleLastUsed } from '@aws-sdk/client-iam';
import { Refusal } from '../../session/refusal.ts';
import { requiredText } from '../attribute-readers.ts';
import type { DataSourceBehaviour } from '../data-source-behaviour.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { foundTags } from '../key-value-tags.ts';
import { timestamp } from '../timestamp.ts';
import { decodedDocument } from './decoded-document.ts';

/** One role by its name. */
export const iamRoleData: DataSourceBehaviour = {
  read: async (cloud, config) => {
    const RoleName = requiredText(config, 'name');
    const asked = cloud.iam().send(new GetRoleCommand({ RoleName }));
    const Role = (await ignoreMissing(asked, ['NoSuchEntityException']))?.Role;
    if (Role === undefined) throw new Refusal(`reading IAM Role (${RoleName}): couldn't find resource`);
    return {
      id: Role.RoleName ?? null,
      arn: Role.Arn ?? null,
      assume_role_policy: decodedDocument(Role.AssumeRolePolicyDocument),
      create_date: timestamp(Role.CreateDate),
      description: Role.Description ?? '',
      max_session_duration: Role.MaxSessionDuration ?? null,
      path: Role.Path ?? null,
      permissions_boundary: Role.PermissionsBoundary?.PermissionsBoundaryArn ?? '',
      role_last_used: Role.RoleLastUsed ? [lastUsed(Role.RoleLastUsed)] : [],
      tags: foundTags(Role.Tags),
      unique_id: Role.RoleId ?? null,
    };
  },
};

function lastUsed({ LastUsedDate, Region }: RoleLastUsed) {
  return { last_used_date: timestamp(LastUsedDate) ?? '', region: Region ?? '' };
}
