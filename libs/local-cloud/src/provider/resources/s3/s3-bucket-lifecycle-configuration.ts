import {
  DeleteBucketLifecycleCommand,
  ExpirationStatus,
  GetBucketLifecycleConfigurationCommand,
  PutBucketLifecycleConfigurationCommand,
  TransitionDefaultMinimumObjectSize,
  TransitionStorageClass,
} from '@aws-sdk/client-s3';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { blocks, word } from '../attribute-readers.ts';
import { allChecks, lengthBetween, oneOf } from '../configuration-checks.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { NO_BUCKET, bucketAndOwner, expectedOwnerCheck, importedSetting, settingId } from './bucket-and-owner.ts';
import { foundLifecycleRule } from './lifecycle-rule-found.ts';
import { lifecycleRule } from './lifecycle-rule-input.ts';
import { plannedLifecycle } from './lifecycle-plan.ts';

const GONE = [NO_BUCKET, 'NoSuchLifecycleConfiguration'];
const SIZE = 'transition_default_minimum_object_size';

/** When the objects of a bucket move to other storage and when they go. All rules at once: S3 knows no single one. */
export const s3BucketLifecycleConfiguration: ResourceBehaviour = {
  label: 'S3 Bucket Lifecycle Configuration',
  rules: { forceNew: ['bucket', 'expected_bucket_owner'], adjust: plannedLifecycle },
  imported: importedSetting,
  validate: allChecks(
    lengthBetween('bucket', [1, 63]),
    expectedOwnerCheck,
    lengthBetween('rule.id', [1, 255]),
    oneOf('rule.status', ExpirationStatus),
    oneOf('rule.transition.storage_class', TransitionStorageClass),
    oneOf('rule.noncurrent_version_transition.storage_class', TransitionStorageClass),
    oneOf(SIZE, TransitionDefaultMinimumObjectSize),
  ),
  create: async (cloud, planned) => {
    await putRules(cloud, planned);
    return settingId(bucketAndOwner(planned));
  },
  read: readRules,
  update: (cloud, { planned }) => putRules(cloud, planned),
  delete: async (cloud, state) => {
    await ignoreMissing(cloud.s3(state).send(new DeleteBucketLifecycleCommand(bucketAndOwner(state))), GONE);
  },
};

async function putRules(cloud: Cloud, planned: CtyObject): Promise<void> {
  await cloud.s3(planned).send(
    new PutBucketLifecycleConfigurationCommand({
      ...bucketAndOwner(planned),
      LifecycleConfiguration: { Rules: blocks(planned, 'rule').map(lifecycleRule) },
      TransitionDefaultMinimumObjectSize: word(planned, { name: SIZE, among: TransitionDefaultMinimumObjectSize }),
    }),
  );
}

async function readRules(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const asked = new GetBucketLifecycleConfigurationCommand(bucketAndOwner(state));
  const found = await ignoreMissing(cloud.s3(state).send(asked), GONE);
  if (found?.Rules === undefined || found.Rules.length === 0) return undefined;
  return {
    attributes: {
      expected_bucket_owner: bucketAndOwner(state).ExpectedBucketOwner ?? '',
      rule: found.Rules.map(foundLifecycleRule),
      [SIZE]: found.TransitionDefaultMinimumObjectSize ?? null,
    },
  };
}
