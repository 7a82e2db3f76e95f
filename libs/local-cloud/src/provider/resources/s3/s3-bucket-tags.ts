import { DeleteBucketTaggingCommand, PutBucketTaggingCommand } from '@aws-sdk/client-s3';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText } from '../attribute-readers.ts';
import { keyValueTags } from '../key-value-tags.ts';
import type { Change } from '../resource-behaviour.ts';
import { tagChanges } from '../tag-changes.ts';
import { bucketTags } from './s3-bucket-read.ts';

export async function putFirstTags(cloud: Cloud, created: CtyObject): Promise<void> {
  const TagSet = keyValueTags(created);
  if (TagSet.length === 0) return;
  const Bucket = requiredText(created, 'id');
  await cloud.s3(created).send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
}

/** Changes the tags of a bucket. S3 takes all of them at once, so those that nobody planned are read and kept. */
export async function updateBucketTags(cloud: Cloud, change: Change): Promise<void> {
  const { removed, put } = tagChanges(change);
  if (removed.length + put.length === 0) return;
  const Bucket = requiredText(change.prior, 'id');
  const s3 = cloud.s3(change.planned);
  const there = Object.entries(await bucketTags(s3, Bucket)).filter(([key]) => !removed.includes(key));
  const TagSet = Object.entries(Object.fromEntries([...there, ...put])).map(([Key, Value]) => ({ Key, Value }));
  if (TagSet.length === 0) await s3.send(new DeleteBucketTaggingCommand({ Bucket }));
  else await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
}
