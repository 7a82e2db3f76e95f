import { DeleteBucketPolicyCommand, GetBucketPolicyCommand, PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { equivalentPolicy } from '../../plan/equivalent-policy.ts';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText } from '../attribute-readers.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { policyDocument } from '../policy-document-check.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { NO_BUCKET } from './bucket-and-owner.ts';

/** Who may do what with a bucket and its objects. */
export const s3BucketPolicy: ResourceBehaviour = {
  label: 'S3 Bucket Policy',
  rules: { forceNew: ['bucket'], documents: { policy: equivalentPolicy } },
  validate: policyDocument('policy'),
  create: async (cloud, planned) => {
    await putPolicy(cloud, planned);
    return requiredText(planned, 'bucket');
  },
  read: readPolicy,
  update: (cloud, { planned }) => putPolicy(cloud, planned),
  delete: async (cloud, state) => {
    const Bucket = requiredText(state, 'id');
    await ignoreMissing(cloud.s3(state).send(new DeleteBucketPolicyCommand({ Bucket })), [NO_BUCKET]);
  },
};

async function putPolicy(cloud: Cloud, planned: CtyObject): Promise<void> {
  const Bucket = requiredText(planned, 'bucket');
  await cloud.s3(planned).send(new PutBucketPolicyCommand({ Bucket, Policy: requiredText(planned, 'policy') }));
}

async function readPolicy(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const bucket = requiredText(state, 'id');
  const asked = cloud.s3(state).send(new GetBucketPolicyCommand({ Bucket: bucket }));
  const found = await ignoreMissing(asked, [NO_BUCKET, 'NoSuchBucketPolicy']);
  return found?.Policy === undefined ? undefined : { attributes: { bucket, policy: found.Policy } };
}
