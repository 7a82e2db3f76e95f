/** What the first run needs of S3, in our own words. */
export interface StateBucketStore {
  /** Whether the caller's account has the bucket. @throws BootstrapFailure when another account has it */
  exists(bucket: string): Promise<boolean>;
  create(bucket: string): Promise<void>;
  /** Blocks public access and keeps every version. Done twice is the same as once. */
  close(bucket: string): Promise<void>;
}
