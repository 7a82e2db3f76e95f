import {
  BucketVersioningStatus,
  GetBucketVersioningCommand,
  MFADelete,
  PutBucketVersioningCommand,
} from '@aws-sdk/client-s3';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { blocks, text, word, writtenText } from '../attribute-readers.ts';
import { allChecks, lengthBetween, oneOf } from '../configuration-checks.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { NO_BUCKET, bucketAndOwner, expectedOwnerCheck, importedSetting, settingId } from './bucket-and-owner.ts';

const BLOCK = 'versioning_configuration';
// A word of the real provider alone: S3 says nothing of a bucket that never had versions.
const DISABLED = 'Disabled';

/** Whether a bucket keeps versions. Once it has, S3 can only suspend that. */
export const s3BucketVersioning: ResourceBehaviour = {
  label: 'S3 Bucket Versioning',
  rules: { forceNew: ['bucket', 'expected_bucket_owner'] },
  imported: importedSetting,
  validate: allChecks(
    lengthBetween('bucket', [1, 63]),
    expectedOwnerCheck,
    oneOf(`${BLOCK}.status`, { ...BucketVersioningStatus, DISABLED }),
    oneOf(`${BLOCK}.mfa_delete`, MFADelete),
  ),
  refuse: refuseDisabling,
  create: async (cloud, planned) => {
    if (statusOf(planned) !== DISABLED) await putVersioning(cloud, planned);
    return settingId(bucketAndOwner(planned));
  },
  read: readVersioning,
  update: (cloud, { planned }) => putVersioning(cloud, planned),
  delete: async (cloud, state) => {
    if (statusOf(state) === DISABLED) return;
    const VersioningConfiguration = { Status: BucketVersioningStatus.Suspended };
    const suspended = new PutBucketVersioningCommand({ ...bucketAndOwner(state), VersioningConfiguration });
    await ignoreMissing(cloud.s3(state).send(suspended), [NO_BUCKET]);
  },
};

function statusOf(resource: CtyObject): string | undefined {
  const [block = {}] = blocks(resource, BLOCK);
  return text(block, 'status');
}

function refuseDisabling(planned: CtyObject, prior: CtyObject | null): string | undefined {
  const before = prior === null ? undefined : statusOf(prior);
  if (before === undefined || before === DISABLED || statusOf(planned) !== DISABLED) return undefined;
  return `${BLOCK}.status cannot be updated from '${before}' to '${DISABLED}'`;
}

async function putVersioning(cloud: Cloud, planned: CtyObject): Promise<void> {
  const [block = {}] = blocks(planned, BLOCK);
  const VersioningConfiguration = {
    Status: word(block, { name: 'status', among: BucketVersioningStatus }),
    // The state holds an empty text where S3 says nothing.
    MFADelete: text(block, 'mfa_delete') === '' ? undefined : word(block, { name: 'mfa_delete', among: MFADelete }),
  };
  const MFA = writtenText(planned, 'mfa');
  await cloud
    .s3(planned)
    .send(new PutBucketVersioningCommand({ ...bucketAndOwner(planned), VersioningConfiguration, MFA }));
}

async function readVersioning(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const asked = new GetBucketVersioningCommand(bucketAndOwner(state));
  const found = await ignoreMissing(cloud.s3(state).send(asked), [NO_BUCKET]);
  if (found === undefined) return undefined;
  return {
    attributes: { [BLOCK]: [{ status: found.Status ?? DISABLED, mfa_delete: found.MFADelete ?? '' }] },
  };
}
