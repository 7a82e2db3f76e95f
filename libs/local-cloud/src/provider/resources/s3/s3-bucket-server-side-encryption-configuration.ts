import {
  DeleteBucketEncryptionCommand,
  GetBucketEncryptionCommand,
  PutBucketEncryptionCommand,
  ServerSideEncryption,
  type ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject, CtyValue } from '../../wire/cty-value.ts';
import { blocks, flag, word, writtenText } from '../attribute-readers.ts';
import { allChecks, lengthBetween, oneOf } from '../configuration-checks.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { refuseWritten } from '../refuse-written.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { NO_BUCKET, bucketAndOwner, expectedOwnerCheck, importedSetting, settingId } from './bucket-and-owner.ts';

const DEFAULT = 'apply_server_side_encryption_by_default';
const GONE = [NO_BUCKET, 'ServerSideEncryptionConfigurationNotFoundError'];

/** How a bucket encrypts. S3 always does, so without this type it does so with keys of its own. */
export const s3BucketServerSideEncryptionConfiguration: ResourceBehaviour = {
  label: 'S3 Bucket Server-side Encryption Configuration',
  rules: { forceNew: ['bucket', 'expected_bucket_owner'] },
  imported: importedSetting,
  validate: allChecks(
    lengthBetween('bucket', [1, 63]),
    expectedOwnerCheck,
    oneOf(`rule.${DEFAULT}.sse_algorithm`, ServerSideEncryption),
  ),
  refuse: (planned) =>
    blocks(planned, 'rule')
      .map((rule) => refuseWritten(rule, { names: ['blocked_encryption_types'], instead: 'leave it out here' }))
      .find((refusal) => refusal !== undefined),
  create: async (cloud, planned) => {
    await putEncryption(cloud, planned);
    return settingId(bucketAndOwner(planned));
  },
  read: readEncryption,
  update: (cloud, { planned }) => putEncryption(cloud, planned),
  delete: async (cloud, state) => {
    await ignoreMissing(cloud.s3(state).send(new DeleteBucketEncryptionCommand(bucketAndOwner(state))), GONE);
  },
};

async function putEncryption(cloud: Cloud, planned: CtyObject): Promise<void> {
  const Rules = blocks(planned, 'rule').map(encryptionRule);
  const ServerSideEncryptionConfiguration = { Rules };
  await cloud
    .s3(planned)
    .send(new PutBucketEncryptionCommand({ ...bucketAndOwner(planned), ServerSideEncryptionConfiguration }));
}

function encryptionRule(rule: CtyObject): ServerSideEncryptionRule {
  const [byDefault] = blocks(rule, DEFAULT);
  return {
    ApplyServerSideEncryptionByDefault: byDefault && {
      SSEAlgorithm: word(byDefault, { name: 'sse_algorithm', among: ServerSideEncryption }),
      KMSMasterKeyID: writtenText(byDefault, 'kms_master_key_id'),
    },
    BucketKeyEnabled: flag(rule, 'bucket_key_enabled') ?? false,
  };
}

async function readEncryption(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const asked = new GetBucketEncryptionCommand(bucketAndOwner(state));
  const found = await ignoreMissing(cloud.s3(state).send(asked), GONE);
  const { Rules } = found?.ServerSideEncryptionConfiguration ?? {};
  return Rules && { attributes: { rule: Rules.map(foundRule) } };
}

function foundRule({
  ApplyServerSideEncryptionByDefault: byDefault,
  BucketKeyEnabled,
}: ServerSideEncryptionRule): CtyValue {
  return {
    bucket_key_enabled: BucketKeyEnabled ?? null,
    blocked_encryption_types: null,
    [DEFAULT]: byDefault
      ? [{ sse_algorithm: byDefault.SSEAlgorithm ?? null, kms_master_key_id: byDefault.KMSMasterKeyID ?? '' }]
      : [],
  };
}
