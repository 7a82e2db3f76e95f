import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { Refusal } from '../../session/refusal.ts';

/** Deletes all objects of a bucket, with all their versions and delete markers. @throws {Refusal} when S3 keeps one. */
export async function emptyBucket(s3: S3Client, Bucket: string): Promise<void> {
  for (;;) {
    // Always the first page, because what was on it is gone the next time.
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) return;
    const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    const [error] = Errors;
    if (error) throw new Refusal(`emptying S3 Bucket (${Bucket}): ${error.Key ?? ''}: ${error.Message ?? ''}`);
  }
}
