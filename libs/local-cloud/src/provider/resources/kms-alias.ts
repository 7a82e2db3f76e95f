import { randomUUID } from 'node:crypto';
import {
  CreateAliasCommand,
  DeleteAliasCommand,
  UpdateAliasCommand,
  paginateListAliases,
  type AliasListEntry,
} from '@aws-sdk/client-kms';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { requiredText, text } from './attribute-readers.ts';
import { allChecks, checkTexts, conflictsWith } from './configuration-checks.ts';
import { hasChanged } from './has-changed.ts';
import { ignoreMissing } from './ignore-missing.ts';
import type { Change, Found, ResourceBehaviour } from './resource-behaviour.ts';

export const kmsAlias: ResourceBehaviour = {
  label: 'KMS Alias',
  rules: { forceNew: ['name', 'name_prefix'], suppressed: { target_key_id: isSameKey } },
  validate: allChecks(
    conflictsWith('name', 'name_prefix'),
    checkTexts('name', aliasName),
    checkTexts('name_prefix', aliasName),
  ),
  create: createAlias,
  read: readAlias,
  update: updateAlias,
  delete: deleteAlias,
};

/** Whether both are one key: AWS takes its ARN and its bare id. */
function isSameKey(left: string, right: string): boolean {
  return left === right || left.endsWith(`:key/${right}`) || right.endsWith(`:key/${left}`);
}

function aliasName(name: string, attribute: string): string | undefined {
  if (name.startsWith('alias/aws/')) return `"${attribute}" cannot begin with reserved AWS CMK prefix 'alias/aws/'`;
  const isFine = /^alias\/[a-zA-Z0-9:/_-]+$/.test(name);
  return isFine ? undefined : `"${attribute}" must begin with 'alias/' and be comprised of only [a-zA-Z0-9:/_-]`;
}

async function createAlias(cloud: Cloud, planned: CtyObject): Promise<string> {
  const prefix = text(planned, 'name_prefix') ?? 'alias/';
  const AliasName = text(planned, 'name') ?? `${prefix}${randomUUID()}`;
  const TargetKeyId = requiredText(planned, 'target_key_id');
  await cloud.kms(planned).send(new CreateAliasCommand({ AliasName, TargetKeyId }));
  return AliasName;
}

async function readAlias(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const alias = await findAlias(cloud, state);
  if (alias === undefined) return undefined;
  const { AliasArn = '', AliasName = '', TargetKeyId = '' } = alias;
  const target_key_arn = AliasArn.replace(AliasName, `key/${TargetKeyId}`);
  return {
    attributes: {
      arn: AliasArn,
      name: AliasName,
      name_prefix: text(state, 'name_prefix') ?? '',
      target_key_id: TargetKeyId,
      target_key_arn,
    },
  };
}

async function findAlias(cloud: Cloud, state: CtyObject): Promise<AliasListEntry | undefined> {
  const name = requiredText(state, 'id');
  for await (const { Aliases = [] } of paginateListAliases({ client: cloud.kms(state) }, {})) {
    const found = Aliases.find(({ AliasName }) => AliasName === name);
    if (found) return found;
  }
  return undefined;
}

async function updateAlias(cloud: Cloud, { prior, planned }: Change): Promise<void> {
  if (!hasChanged({ prior, planned }, 'target_key_id')) return;
  const AliasName = requiredText(prior, 'id');
  const TargetKeyId = requiredText(planned, 'target_key_id');
  await cloud.kms(planned).send(new UpdateAliasCommand({ AliasName, TargetKeyId }));
}

async function deleteAlias(cloud: Cloud, state: CtyObject): Promise<void> {
  const deleted = cloud.kms(state).send(new DeleteAliasCommand({ AliasName: requiredText(state, 'id') }));
  await ignoreMissing(deleted, ['NotFoundException']);
}
