import { ledgerReaderStatements, renderPolicyDocument, tlsOnlyBucketPolicy } from '@slipway/access';
import type { LedgerReaders } from '@slipway/access';
import type { Bucket } from '@slipway/environments';
import {
  Construct,
  S3Bucket,
  S3BucketLifecycleConfiguration,
  S3BucketOwnershipControls,
  S3BucketPolicy,
  S3BucketPublicAccessBlock,
  S3BucketServerSideEncryptionConfiguration,
  S3BucketVersioning,
} from '../cdktf.ts';

/** Days that an old version of a state is kept: long enough to notice a lost state, and to bring it back. */
const OLD_VERSIONS_KEPT_DAYS = 90;
/** Days until the parts of an upload that never ended are removed. */
const UPLOAD_PATIENCE_DAYS = 7;

export interface StateBucketProps extends Bucket {
  /** Roles of other accounts that read the release ledger of this environment, which is in this bucket, too. */
  readonly ledger: Omit<LedgerReaders, 'bucket'>;
}

/**
 * The bucket of an account's Terraform states: versioned, encrypted, over TLS only, never public, never destroyed.
 * It exists before the first apply, because this stack's own state is in it; so it is adopted, not created.
 */
export class StateBucket extends Construct {
  constructor(scope: Construct, id: string, { bucket: name, region, ledger }: StateBucketProps) {
    super(scope, id);
    const bucket = new S3Bucket(this, 'bucket', { region, bucket: name, lifecycle: { preventDestroy: true } });
    bucket.importFrom(name);
    const settings = { region, bucket: bucket.bucket };
    const versioning = new S3BucketVersioning(this, 'versioning', {
      ...settings,
      versioningConfiguration: { status: 'Enabled' },
    });
    this.#encryption(settings);
    this.#closed(settings, { ...ledger, bucket: name });
    this.#retention(settings, versioning);
  }

  #encryption(settings: Bucket): void {
    new S3BucketServerSideEncryptionConfiguration(this, 'encryption', {
      ...settings,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' }, bucketKeyEnabled: false }],
    });
  }

  #closed(settings: Bucket, ledger: LedgerReaders): void {
    const block = new S3BucketPublicAccessBlock(this, 'public-access', {
      ...settings,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const closed = tlsOnlyBucketPolicy(`arn:aws:s3:::${ledger.bucket}`);
    new S3BucketOwnershipControls(this, 'ownership', { ...settings, rule: { objectOwnership: 'BucketOwnerEnforced' } });
    new S3BucketPolicy(this, 'policy', {
      ...settings,
      policy: renderPolicyDocument({ ...closed, Statement: [...closed.Statement, ...ledgerReaderStatements(ledger)] }),
      // S3 refuses a policy while the block on public policies is being put: one after the other.
      dependsOn: [block],
    });
  }

  /** Rules about old versions mean nothing before versioning is on. */
  #retention(settings: Bucket, versioning: S3BucketVersioning): void {
    new S3BucketLifecycleConfiguration(this, 'retention', {
      ...settings,
      dependsOn: [versioning],
      rule: [
        {
          id: 'expire-old-versions',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          noncurrentVersionExpiration: [{ noncurrentDays: OLD_VERSIONS_KEPT_DAYS }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: UPLOAD_PATIENCE_DAYS }],
        },
      ],
    });
  }
}
