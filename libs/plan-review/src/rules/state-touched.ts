import { error } from '@slipway/findings';
import { attributeChanges } from '../change/attribute-changes.ts';
import { readText } from '../change/read-value.ts';
import type { ResourceChange } from '../plan/plan.ts';
import type { PlanIndex } from './plan-index.ts';
import type { Rule } from './rule.ts';

/** The bucket that Terraform's state is in: whoever can write there can change everything, and without it nothing is known. */
export const stateTouched: Rule = (change, { stateBuckets, index }) => {
  if (!change.type.startsWith('aws_s3_') || isNew(change, index)) return [];
  const bucket = bucketOf(change);
  if (bucket !== undefined && !stateBuckets.includes(bucket) && !looksLikeState(change, bucket)) return [];
  if (isAboutTags(change)) return [];
  return [
    error('state-touched', {
      message: `"${bucket ?? 'a bucket whose name is not known'}" holds Terraform's state, or may hold it`,
      fix: 'let somebody who owns the accounts check it, and override it for this change',
    }),
  ];
};

/** A new bucket, and what is put on a bucket that the same plan makes or takes over. */
function isNew(change: ResourceChange, { makesBucketOf }: PlanIndex): boolean {
  return change.kind === 'create' && (change.type === 'aws_s3_bucket' || makesBucketOf(change));
}

function isAboutTags(change: ResourceChange): boolean {
  const changes = attributeChanges(change);
  return change.kind === 'update' && changes.length > 0 && changes.every(({ path }) => /^tags(_all)?\b/.test(path));
}

function bucketOf({ before, after }: ResourceChange): string | undefined {
  return readText(before, 'bucket') ?? readText(after, 'bucket');
}

function looksLikeState({ before }: ResourceChange, bucket: string): boolean {
  return (
    /(^|[-.])(tf)?-?state([-.]|$)|terraform/i.test(bucket) || readText(before, 'key')?.endsWith('.tfstate') === true
  );
}
