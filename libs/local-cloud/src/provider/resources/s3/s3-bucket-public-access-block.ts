import {
  DeletePublicAccessBlockCommand,
  GetPublicAccessBlockCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { flag, requiredText } from '../attribute-readers.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { NO_BUCKET } from './bucket-and-owner.ts';

const GONE = [NO_BUCKET, 'NoSuchPublicAccessBlockConfiguration'];

/** What a bucket refuses that would make it public. */
export const s3BucketPublicAccessBlock: ResourceBehaviour = {
  label: 'S3 Bucket Public Access Block',
  rules: {
    forceNew: ['bucket'],
    defaults: {
      block_public_acls: false,
      block_public_policy: false,
      ignore_public_acls: false,
      restrict_public_buckets: false,
    },
  },
  create: async (cloud, planned) => {
    await putBlock(cloud, planned);
    return requiredText(planned, 'bucket');
  },
  read: readBlock,
  update: (cloud, { planned }) => putBlock(cloud, planned),
  delete: async (cloud, state) => {
    if (flag(state, 'skip_destroy')) return;
    const Bucket = requiredText(state, 'id');
    await ignoreMissing(cloud.s3(state).send(new DeletePublicAccessBlockCommand({ Bucket })), GONE);
  },
};

async function putBlock(cloud: Cloud, planned: CtyObject): Promise<void> {
  await cloud.s3(planned).send(
    new PutPublicAccessBlockCommand({
      Bucket: requiredText(planned, 'bucket'),
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: flag(planned, 'block_public_acls'),
        BlockPublicPolicy: flag(planned, 'block_public_policy'),
        IgnorePublicAcls: flag(planned, 'ignore_public_acls'),
        RestrictPublicBuckets: flag(planned, 'restrict_public_buckets'),
      },
    }),
  );
}

async function readBlock(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const bucket = requiredText(state, 'id');
  const asked = cloud.s3(state).send(new GetPublicAccessBlockCommand({ Bucket: bucket }));
  const block = (await ignoreMissing(asked, GONE))?.PublicAccessBlockConfiguration;
  if (block === undefined) return undefined;
  return {
    attributes: {
      bucket,
      block_public_acls: block.BlockPublicAcls ?? false,
      block_public_policy: block.BlockPublicPolicy ?? false,
      ignore_public_acls: block.IgnorePublicAcls ?? false,
      restrict_public_buckets: block.RestrictPublicBuckets ?? false,
    },
  };
}
