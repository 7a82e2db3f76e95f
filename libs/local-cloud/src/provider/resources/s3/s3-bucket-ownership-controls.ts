import {
  DeleteBucketOwnershipControlsCommand,
  GetBucketOwnershipControlsCommand,
  ObjectOwnership,
  PutBucketOwnershipControlsCommand,
} from '@aws-sdk/client-s3';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { blocks, requiredText, word } from '../attribute-readers.ts';
import { oneOf } from '../configuration-checks.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { NO_BUCKET } from './bucket-and-owner.ts';

const GONE = [NO_BUCKET, 'OwnershipControlsNotFoundError'];

/** Who owns the objects that others put into a bucket. */
export const s3BucketOwnershipControls: ResourceBehaviour = {
  label: 'S3 Bucket Ownership Controls',
  rules: { forceNew: ['bucket'] },
  validate: oneOf('rule.object_ownership', ObjectOwnership),
  create: async (cloud, planned) => {
    await putControls(cloud, planned);
    return requiredText(planned, 'bucket');
  },
  read: readControls,
  update: (cloud, { planned }) => putControls(cloud, planned),
  delete: async (cloud, state) => {
    const Bucket = requiredText(state, 'id');
    await ignoreMissing(cloud.s3(state).send(new DeleteBucketOwnershipControlsCommand({ Bucket })), GONE);
  },
};

async function putControls(cloud: Cloud, planned: CtyObject): Promise<void> {
  const Rules = blocks(planned, 'rule').map((rule) => ({
    ObjectOwnership: word(rule, { name: 'object_ownership', among: ObjectOwnership }),
  }));
  const Bucket = requiredText(planned, 'bucket');
  await cloud.s3(planned).send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules } }));
}

async function readControls(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const bucket = requiredText(state, 'id');
  const asked = cloud.s3(state).send(new GetBucketOwnershipControlsCommand({ Bucket: bucket }));
  const found = await ignoreMissing(asked, GONE);
  if (found === undefined) return undefined;
  const rule = (found.OwnershipControls?.Rules ?? []).map((each) => ({
    object_ownership: each.ObjectOwnership ?? null,
  }));
  return { attributes: { bucket, rule } };
}
