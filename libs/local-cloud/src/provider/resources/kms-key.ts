import {
  CreateKeyCommand,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KeySpec,
  KeyState,
  KeyUsageType,
  ListResourceTagsCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { equivalentPolicy } from '../plan/equivalent-policy.ts';
import type { Cloud } from '../session/cloud.ts';
import { Refusal } from '../session/refusal.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { flag, requiredText, tags, text, wholeNumber, word } from './attribute-readers.ts';
import { allChecks, jsonDocument, lengthBetween, numberBetween, oneOf, requiredWith } from './configuration-checks.ts';
import { ignoreMissing } from './ignore-missing.ts';
import { foundKey } from './kms-key-found.ts';
import { disableKey, enableRotation, updateKey } from './kms-key-update.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

export const kmsKey: ResourceBehaviour = {
  label: 'KMS Key',
  rules: {
    forceNew: ['custom_key_store_id', 'customer_master_key_spec', 'key_usage', 'multi_region', 'xks_key_id'],
    defaults: {
      bypass_policy_lockout_safety_check: false,
      customer_master_key_spec: KeySpec.SYMMETRIC_DEFAULT,
      enable_key_rotation: false,
      is_enabled: true,
      key_usage: KeyUsageType.ENCRYPT_DECRYPT,
    },
    documents: { policy: equivalentPolicy },
  },
  validate: allChecks(
    oneOf('customer_master_key_spec', KeySpec),
    oneOf('key_usage', KeyUsageType),
    numberBetween('deletion_window_in_days', [7, 30]),
    numberBetween('rotation_period_in_days', [90, 2560]),
    requiredWith('rotation_period_in_days', 'enable_key_rotation'),
    lengthBetween('description', [0, 8192]),
    jsonDocument('policy'),
  ),
  refuse: refuseCustomStores,
  create: createKey,
  complete: completeKey,
  read: readKey,
  update: updateKey,
  delete: deleteKey,
};

function refuseCustomStores(planned: CtyObject): string | undefined {
  const name = ['custom_key_store_id', 'xks_key_id'].find((attribute) => text(planned, attribute) !== undefined);
  return name && `the stand-in provider does not know "${name}": leave it out for the local cloud`;
}

async function createKey(cloud: Cloud, planned: CtyObject): Promise<string> {
  const { KeyMetadata } = await cloud.kms(planned).send(
    new CreateKeyCommand({
      BypassPolicyLockoutSafetyCheck: flag(planned, 'bypass_policy_lockout_safety_check'),
      Description: text(planned, 'description'),
      KeySpec: word(planned, { name: 'customer_master_key_spec', among: KeySpec }),
      KeyUsage: word(planned, { name: 'key_usage', among: KeyUsageType }),
      MultiRegion: flag(planned, 'multi_region'),
      Policy: text(planned, 'policy'),
      Tags: Object.entries(tags(planned, 'tags_all')).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    }),
  );
  if (KeyMetadata?.KeyId === undefined) throw new Refusal('KMS created a key and gave it no id');
  return KeyMetadata.KeyId;
}

async function completeKey(cloud: Cloud, created: CtyObject): Promise<void> {
  if (flag(created, 'enable_key_rotation')) await enableRotation(cloud, created);
  if (flag(created, 'is_enabled') === false) await disableKey(cloud, created);
}

const GONE = ['NotFoundException'];
const DELETED: readonly string[] = [KeyState.PendingDeletion, KeyState.PendingReplicaDeletion];

async function readKey(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const kms = cloud.kms(state);
  const KeyId = requiredText(state, 'id');
  const key = (await ignoreMissing(kms.send(new DescribeKeyCommand({ KeyId })), GONE))?.KeyMetadata;
  if (key === undefined || DELETED.includes(key.KeyState ?? '')) return undefined;
  const [policy, rotation, listed] = await Promise.all([
    kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' })),
    kms.send(new GetKeyRotationStatusCommand({ KeyId })),
    kms.send(new ListResourceTagsCommand({ KeyId })),
  ]);
  const period = wholeNumber(state, 'rotation_period_in_days');
  return foundKey({ key, policy: policy.Policy, rotation, tags: listed.Tags ?? [], period });
}

// KMS deletes no key at once: it schedules the deletion, and Terraform counts that as gone.
async function deleteKey(cloud: Cloud, state: CtyObject): Promise<void> {
  const PendingWindowInDays = wholeNumber(state, 'deletion_window_in_days');
  const scheduled = cloud
    .kms(state)
    .send(new ScheduleKeyDeletionCommand({ KeyId: requiredText(state, 'id'), PendingWindowInDays }));
  await ignoreMissing(scheduled, GONE);
}
