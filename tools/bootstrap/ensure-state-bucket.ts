import type { StateBucketStore } from './state-bucket-store.ts';

/**
 * Makes the bucket that Terraform's state needs before Terraform can run. A run that was ended in the middle is gone on with.
 * @returns whether it was made now
 */
export async function ensureStateBucket(store: StateBucketStore, bucket: string): Promise<boolean> {
  const isNew = !(await store.exists(bucket));
  if (isNew) await store.create(bucket);
  await store.close(bucket);
  return isNew;
}
