import type { CtyObject } from '../../wire/cty-value.ts';
import { arn } from '../arn-check.ts';
import { flag, text, writtenText } from '../attribute-readers.ts';
import { allChecks, conflictsWith, jsonDocumentOrEmpty, numberBetween, oneOf } from '../configuration-checks.ts';
import { policyDocument } from '../policy-document-check.ts';
import { TOPIC_ATTRIBUTES } from './topic-attributes.ts';

const NAMES = Object.keys(TOPIC_ATTRIBUTES);

/** What the real provider checks of a topic. */
export const topicChecks = allChecks(
  conflictsWith('name', 'name_prefix'),
  policyDocument('policy'),
  jsonDocumentOrEmpty('delivery_policy'),
  jsonDocumentOrEmpty('archive_policy'),
  numberBetween('signature_version', [1, 2]),
  oneOf('tracing_config', { Active: 'Active', PassThrough: 'PassThrough' }),
  oneOf('fifo_throughput_scope', { Topic: 'Topic', MessageGroup: 'MessageGroup' }),
  ...NAMES.filter((name) => name.endsWith('_sample_rate')).map((name) => numberBetween(name, [0, 100])),
  ...NAMES.filter((name) => name.endsWith('_role_arn')).map((name) => arn(name)),
);

/** Why a topic would not do, where it must be known whether it is FIFO. */
export function refuseTopic(planned: CtyObject, prior: CtyObject | null): string | undefined {
  const isFifo = flag(planned, 'fifo_topic') ?? false;
  const name = text(planned, 'name');
  const form = isFifo ? /^[0-9A-Za-z_-]{1,251}\.fifo$/ : /^[0-9A-Za-z_-]{1,256}$/;
  if (prior === null && name !== undefined && !form.test(name)) return `invalid topic name: ${name}`;
  if (isFifo) return undefined;
  if (writtenText(planned, 'archive_policy')) return 'message archive policy can only be set for FIFO topics';
  if (writtenText(planned, 'fifo_throughput_scope')) return 'FIFO throughput scope can only be set for FIFO topics';
  return flag(planned, 'content_based_deduplication')
    ? 'content-based deduplication can only be set for FIFO topics'
    : undefined;
}
