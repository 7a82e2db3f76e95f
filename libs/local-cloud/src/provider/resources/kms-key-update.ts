import {
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  PutKeyPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { flag, requiredText, text, wholeNumber } from './attribute-readers.ts';
import { hasChanged } from './has-changed.ts';
import type { Change } from './resource-behaviour.ts';
import { tagChanges } from './tag-changes.ts';

/** Changes a key in place. A disabled key takes no changes, so it is enabled first and disabled last. */
export async function updateKey(cloud: Cloud, change: Change): Promise<void> {
  const isSwitched = hasChanged(change, 'is_enabled');
  const isEnabled = flag(change.planned, 'is_enabled') ?? true;
  if (isSwitched && isEnabled)
    await cloud.kms(change.planned).send(new EnableKeyCommand({ KeyId: keyOf(change.prior) }));
  await updateRotation(cloud, change);
  await updateDescription(cloud, change);
  await updatePolicy(cloud, change);
  await updateTags(cloud, change);
  if (isSwitched && !isEnabled) await disableKey(cloud, change.planned);
}

/** Turns yearly rotation on, or rotation after `rotation_period_in_days`. */
export async function enableRotation(cloud: Cloud, key: CtyObject): Promise<void> {
  const RotationPeriodInDays = wholeNumber(key, 'rotation_period_in_days');
  await cloud.kms(key).send(new EnableKeyRotationCommand({ KeyId: keyOf(key), RotationPeriodInDays }));
}

/** Makes a key unusable until it is enabled again. */
export async function disableKey(cloud: Cloud, key: CtyObject): Promise<void> {
  await cloud.kms(key).send(new DisableKeyCommand({ KeyId: keyOf(key) }));
}

async function updateRotation(cloud: Cloud, { prior, planned }: Change): Promise<void> {
  const isOn = flag(planned, 'enable_key_rotation') ?? false;
  const isSwitched = hasChanged({ prior, planned }, 'enable_key_rotation');
  if (isOn && (isSwitched || hasChanged({ prior, planned }, 'rotation_period_in_days')))
    await enableRotation(cloud, planned);
  if (!isOn && isSwitched) await cloud.kms(planned).send(new DisableKeyRotationCommand({ KeyId: keyOf(prior) }));
}

async function updateDescription(cloud: Cloud, { prior, planned }: Change): Promise<void> {
  if (!hasChanged({ prior, planned }, 'description')) return;
  const Description = text(planned, 'description') ?? '';
  await cloud.kms(planned).send(new UpdateKeyDescriptionCommand({ KeyId: keyOf(prior), Description }));
}

async function updatePolicy(cloud: Cloud, { prior, planned }: Change): Promise<void> {
  if (!hasChanged({ prior, planned }, 'policy')) return;
  await cloud.kms(planned).send(
    new PutKeyPolicyCommand({
      KeyId: keyOf(prior),
      PolicyName: 'default',
      Policy: requiredText(planned, 'policy'),
      BypassPolicyLockoutSafetyCheck: flag(planned, 'bypass_policy_lockout_safety_check'),
    }),
  );
}

async function updateTags(cloud: Cloud, change: Change): Promise<void> {
  const { removed, put } = tagChanges(change);
  const kms = cloud.kms(change.planned);
  const KeyId = keyOf(change.prior);
  if (removed.length > 0) await kms.send(new UntagResourceCommand({ KeyId, TagKeys: [...removed] }));
  const Tags = put.map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
  if (Tags.length > 0) await kms.send(new TagResourceCommand({ KeyId, Tags }));
}

function keyOf(key: CtyObject): string {
  return requiredText(key, 'id');
}
