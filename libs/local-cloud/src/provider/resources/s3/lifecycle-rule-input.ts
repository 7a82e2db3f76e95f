import {
  ExpirationStatus,
  TransitionStorageClass,
  type LifecycleExpiration,
  type LifecycleRule,
  type LifecycleRuleAndOperator,
  type LifecycleRuleFilter,
  type Transition,
} from '@aws-sdk/client-s3';
import type { CtyObject } from '../../wire/cty-value.ts';
import { blocks, flag, requiredText, tags, text, wholeNumber, word, writtenText } from '../attribute-readers.ts';

/** A planned rule, for S3. */
export function lifecycleRule(rule: CtyObject): LifecycleRule {
  const Prefix = writtenText(rule, 'prefix');
  const [filter] = blocks(rule, 'filter');
  const [expiration] = blocks(rule, 'expiration');
  const [upload] = blocks(rule, 'abort_incomplete_multipart_upload');
  const [old] = blocks(rule, 'noncurrent_version_expiration');
  return {
    ID: requiredText(rule, 'id'),
    Status: word(rule, { name: 'status', among: ExpirationStatus }),
    // S3 wants one of both.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the provider's older argument means exactly this
    Prefix,
    Filter: filter ? filterOf(filter) : Prefix === undefined ? {} : undefined,
    Expiration: expiration && expirationOf(expiration),
    AbortIncompleteMultipartUpload: upload && { DaysAfterInitiation: wholeNumber(upload, 'days_after_initiation') },
    NoncurrentVersionExpiration: old && versionsOf(old),
    ...transitionsOf(rule),
  };
}

function filterOf(filter: CtyObject): LifecycleRuleFilter {
  const [and] = blocks(filter, 'and');
  const [tag] = blocks(filter, 'tag');
  return {
    And: and && combined(and),
    Tag: tag && { Key: requiredText(tag, 'key'), Value: requiredText(tag, 'value') },
    ObjectSizeGreaterThan: wholeNumber(filter, 'object_size_greater_than'),
    ObjectSizeLessThan: wholeNumber(filter, 'object_size_less_than'),
    Prefix: text(filter, 'prefix'),
  };
}

function combined(and: CtyObject): LifecycleRuleAndOperator {
  const Tags = Object.entries(tags(and, 'tags')).map(([Key, Value]) => ({ Key, Value }));
  return {
    ObjectSizeGreaterThan: wholeNumber(and, 'object_size_greater_than'),
    ObjectSizeLessThan: moreThanZero(and, 'object_size_less_than'),
    Prefix: text(and, 'prefix'),
    Tags: Tags.length > 0 ? Tags : undefined,
  };
}

// S3 takes the marker only where neither a day nor a number of days stands.
function expirationOf(expiration: CtyObject): LifecycleExpiration {
  const date = writtenText(expiration, 'date');
  const Days = moreThanZero(expiration, 'days');
  if (date !== undefined || Days !== undefined) return { Date: date === undefined ? undefined : new Date(date), Days };
  return { ExpiredObjectDeleteMarker: flag(expiration, 'expired_object_delete_marker') ?? false };
}

function versionsOf(block: CtyObject) {
  return {
    NewerNoncurrentVersions: wholeNumber(block, 'newer_noncurrent_versions'),
    NoncurrentDays: wholeNumber(block, 'noncurrent_days'),
  };
}

function transitionsOf(rule: CtyObject): Pick<LifecycleRule, 'Transitions' | 'NoncurrentVersionTransitions'> {
  const Transitions = blocks(rule, 'transition').map(transitionOf);
  const NoncurrentVersionTransitions = blocks(rule, 'noncurrent_version_transition').map((block) => ({
    ...versionsOf(block),
    StorageClass: word(block, { name: 'storage_class', among: TransitionStorageClass }),
  }));
  return {
    Transitions: Transitions.length > 0 ? Transitions : undefined,
    NoncurrentVersionTransitions: NoncurrentVersionTransitions.length > 0 ? NoncurrentVersionTransitions : undefined,
  };
}

function transitionOf(block: CtyObject): Transition {
  const date = writtenText(block, 'date');
  return {
    Date: date === undefined ? undefined : new Date(date),
    Days: wholeNumber(block, 'days'),
    StorageClass: word(block, { name: 'storage_class', among: TransitionStorageClass }),
  };
}

// Where plans have 0 for what is left out.
function moreThanZero(block: CtyObject, name: string): number | undefined {
  const value = wholeNumber(block, name);
  return value === 0 ? undefined : value;
}
