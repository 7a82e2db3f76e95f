import type { GetKeyRotationStatusResponse, KeyMetadata, Tag } from '@aws-sdk/client-kms';
import type { Found } from './resource-behaviour.ts';

/** A key as KMS describes it, in Terraform's attributes. */
export function foundKey({ key, policy, rotation, tags, period }: KeyAnswers): Found {
  return {
    attributes: {
      arn: key.Arn ?? null,
      key_id: key.KeyId ?? null,
      description: key.Description ?? '',
      key_usage: key.KeyUsage ?? null,
      customer_master_key_spec: key.KeySpec ?? null,
      is_enabled: key.Enabled ?? false,
      multi_region: key.MultiRegion ?? false,
      policy: policy ?? null,
      enable_key_rotation: rotation.KeyRotationEnabled ?? false,
      rotation_period_in_days: rotation.KeyRotationEnabled ? (rotation.RotationPeriodInDays ?? period ?? YEAR) : null,
    },
    tags: Object.fromEntries(tags.map(({ TagKey, TagValue }) => [TagKey ?? '', TagValue ?? ''])),
  };
}

// What KMS uses when nobody says: https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
const YEAR = 365;

interface KeyAnswers {
  readonly key: KeyMetadata;
  readonly policy: string | undefined;
  readonly rotation: GetKeyRotationStatusResponse;
  readonly tags: readonly Tag[];
  /** Days between rotations as the state has them: moto never answers the period. */
  readonly period: number | undefined;
}
