import { DeleteBucketCommand, DeleteObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';

/** Removes a bucket of a test with everything in it. */
export async function removeBucket(client: S3Client, bucket: string): Promise<void> {
  for await (const { Contents: objects = [] } of paginateListObjectsV2({ client }, { Bucket: bucket }))
    for (const { Key } of objects) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  await client.send(new DeleteBucketCommand({ Bucket: bucket }));
}
