import {
  GetBucketTaggingCommand,
  HeadBucketCommand,
  type HeadBucketCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Tags } from '../../plan/tags.ts';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText } from '../attribute-readers.ts';
import { prefixOfName } from '../generated-name.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { foundTags } from '../key-value-tags.ts';
import type { Found } from '../resource-behaviour.ts';

/** A bucket's head; undefined when there is none of that name. */
export async function findBucket(s3: S3Client, Bucket: string): Promise<HeadBucketCommandOutput | undefined> {
  return ignoreMissing(s3.send(new HeadBucketCommand({ Bucket })), ['NotFound', 'NoSuchBucket']);
}

/** A bucket in Terraform's attributes. What other types tell of it is left out. */
export async function readBucket(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const bucket = requiredText(state, 'id');
  const s3 = cloud.s3(state);
  const head = await findBucket(s3, bucket);
  if (head === undefined) return undefined;
  const region = head.BucketRegion ?? cloud.regionOf(state);
  return {
    attributes: {
      arn: `arn:aws:s3:::${bucket}`,
      bucket,
      bucket_domain_name: `${bucket}.s3.amazonaws.com`,
      bucket_prefix: prefixOfName(bucket),
      bucket_region: region,
      bucket_regional_domain_name: `${bucket}.s3.${region}.amazonaws.com`,
      object_lock_enabled: false,
    },
    tags: await bucketTags(s3, bucket),
  };
}

/** All tags of a bucket. */
export async function bucketTags(s3: S3Client, Bucket: string): Promise<Tags> {
  const found = await ignoreMissing(s3.send(new GetBucketTaggingCommand({ Bucket })), ['NoSuchTagSet']);
  return foundTags(found?.TagSet);
}
