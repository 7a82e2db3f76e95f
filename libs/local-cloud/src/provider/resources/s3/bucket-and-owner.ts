import { Refusal } from '../../session/refusal.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText, writtenText } from '../attribute-readers.ts';
import { checkTexts, type ConfigurationCheck } from '../configuration-checks.ts';

/** What names a setting of a bucket in calls to S3. */
export interface BucketAndOwner {
  readonly Bucket: string;
  /** The account that must own the bucket. */
  readonly ExpectedBucketOwner: string | undefined;
}

/** Errors of S3 that say that a bucket is gone. */
export const NO_BUCKET = 'NoSuchBucket';

export function bucketAndOwner(resource: CtyObject): BucketAndOwner {
  return {
    Bucket: requiredText(resource, 'bucket'),
    ExpectedBucketOwner: writtenText(resource, 'expected_bucket_owner'),
  };
}

/** The id of a setting: the bucket, and the expected owner where there is one. */
export function settingId({ Bucket, ExpectedBucketOwner }: BucketAndOwner): string {
  return ExpectedBucketOwner === undefined ? Bucket : `${Bucket},${ExpectedBucketOwner}`;
}

/** What an imported id of a setting tells. @throws {Refusal} when it is neither `bucket` nor `bucket,owner`. */
export function importedSetting(id: string): CtyObject {
  const [bucket = '', owner = '', ...more] = id.split(',');
  if (bucket !== '' && more.length === 0) return { id, bucket, expected_bucket_owner: owner };
  throw new Refusal(`unexpected format for ID (${id}), expected BUCKET or BUCKET,EXPECTED_BUCKET_OWNER`);
}

/** The expected owner is an account. */
export const expectedOwnerCheck: ConfigurationCheck = checkTexts('expected_bucket_owner', (owner, name) =>
  /^\d{12}$/.test(owner) ? undefined : `"${name}" doesn't look like AWS Account ID (exactly 12 digits): "${owner}"`,
);
