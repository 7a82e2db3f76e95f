import {
  CreateBucketCommand,
  HeadBucketCommand,
  NotFound,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  S3ServiceException,
  type BucketLocationConstraint,
  type S3Client,
} from '@aws-sdk/client-s3';
import { BootstrapFailure } from './bootstrap-failure.ts';
import type { StateBucketStore } from './state-bucket-store.ts';

export interface S3StateBucketStoreOptions {
  readonly client: S3Client;
  /** 12 digits: every call names it, so that S3 itself refuses a bucket of anybody else. */
  readonly account: string;
  readonly region: string;
}

const FORBIDDEN = 403;

/** Buckets of one account, by the S3 API. */
export class S3StateBucketStore implements StateBucketStore {
  readonly #options: S3StateBucketStoreOptions;

  constructor(options: S3StateBucketStoreOptions) {
    this.#options = options;
  }

  async exists(bucket: string): Promise<boolean> {
    const { client, account } = this.#options;
    try {
      await client.send(new HeadBucketCommand({ Bucket: bucket, ExpectedBucketOwner: account }));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === FORBIDDEN) {
        throw new BootstrapFailure(
          `the bucket "${bucket}" is not account "${account}"'s, or you may not see it: name another state bucket in the spec, or ask for s3:ListBucket`,
          { cause: error },
        );
      }
      throw error;
    }
  }

  async create(bucket: string): Promise<void> {
    await this.#options.client.send(new CreateBucketCommand({ Bucket: bucket, ...location(this.#options.region) }));
  }

  async close(bucket: string): Promise<void> {
    const { client, account: ExpectedBucketOwner } = this.#options;
    const closed = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    await client.send(
      new PutPublicAccessBlockCommand({
        Bucket: bucket,
        ExpectedBucketOwner,
        PublicAccessBlockConfiguration: closed,
      }),
    );
    await client.send(
      new PutBucketVersioningCommand({
        Bucket: bucket,
        ExpectedBucketOwner,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    );
  }
}

/** S3 refuses us-east-1 as a constraint: it's what no constraint means. */
function location(region: string) {
  if (region === 'us-east-1') return {};
  return { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } };
}
