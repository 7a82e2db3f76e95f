import type {
  LifecycleExpiration,
  LifecycleRule,
  LifecycleRuleAndOperator,
  LifecycleRuleFilter,
  NoncurrentVersionExpiration,
} from '@aws-sdk/client-s3';
import type { CtyObject, CtyValue } from '../../wire/cty-value.ts';
import { timestamp } from '../timestamp.ts';

/** A rule as S3 answers it, in Terraform's attributes: with zero values where plans have them. */
export function foundLifecycleRule(rule: LifecycleRule): CtyObject {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what old rules have instead of a filter
  const prefix = rule.Prefix ?? '';
  const { AbortIncompleteMultipartUpload: upload, Transitions = [], NoncurrentVersionTransitions = [] } = rule;
  return {
    id: rule.ID ?? null,
    status: rule.Status ?? null,
    prefix,
    abort_incomplete_multipart_upload: upload ? [{ days_after_initiation: upload.DaysAfterInitiation ?? null }] : [],
    expiration: rule.Expiration ? [foundExpiration(rule.Expiration)] : [],
    filter: rule.Filter ? foundFilter(rule.Filter) : [],
    noncurrent_version_expiration: rule.NoncurrentVersionExpiration
      ? [foundVersions(rule.NoncurrentVersionExpiration)]
      : [],
    noncurrent_version_transition: NoncurrentVersionTransitions.map((transition) => ({
      ...foundVersions(transition),
      storage_class: transition.StorageClass ?? null,
    })),
    transition: Transitions.map(({ Date: date, Days, StorageClass }) => ({
      date: timestamp(date),
      days: Days ?? null,
      storage_class: StorageClass ?? null,
    })),
  };
}

function foundExpiration({ Date: date, Days, ExpiredObjectDeleteMarker }: LifecycleExpiration): CtyObject {
  return { date: timestamp(date), days: Days ?? 0, expired_object_delete_marker: ExpiredObjectDeleteMarker ?? false };
}

function foundVersions({ NewerNoncurrentVersions, NoncurrentDays }: NoncurrentVersionExpiration): CtyObject {
  return { newer_noncurrent_versions: NewerNoncurrentVersions ?? null, noncurrent_days: NoncurrentDays ?? null };
}

// A filter without content is none: that is how the provider writes a rule that has none.
function foundFilter(filter: LifecycleRuleFilter): CtyValue {
  const { And, Tag, ObjectSizeGreaterThan, ObjectSizeLessThan, Prefix } = filter;
  const isEmpty = [And, Tag, ObjectSizeGreaterThan, ObjectSizeLessThan, Prefix].every((part) => part === undefined);
  if (isEmpty) return [];
  return [
    {
      and: And ? [foundCombination(And)] : [],
      tag: Tag ? [{ key: Tag.Key ?? null, value: Tag.Value ?? null }] : [],
      object_size_greater_than: ObjectSizeGreaterThan ?? null,
      object_size_less_than: ObjectSizeLessThan ?? null,
      prefix: Prefix ?? null,
    },
  ];
}

function foundCombination({ ObjectSizeGreaterThan, ObjectSizeLessThan, Prefix, Tags = [] }: LifecycleRuleAndOperator) {
  const tags = Tags.map(({ Key, Value }) => [Key ?? '', Value ?? ''] as const);
  return {
    object_size_greater_than: ObjectSizeGreaterThan ?? 0,
    object_size_less_than: ObjectSizeLessThan ?? 0,
    prefix: Prefix ?? '',
    tags: tags.length > 0 ? Object.fromEntries(tags) : null,
  };
}
