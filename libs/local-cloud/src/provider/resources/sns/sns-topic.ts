import { CreateTopicCommand, DeleteTopicCommand, SetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { equivalentJson } from '../../plan/equivalent-json.ts';
import { equivalentPolicy } from '../../plan/equivalent-policy.ts';
import type { Cloud } from '../../session/cloud.ts';
import { Refusal } from '../../session/refusal.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { flag, requiredText } from '../attribute-readers.ts';
import { configuredName } from '../generated-name.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { keyValueTags } from '../key-value-tags.ts';
import type { ResourceBehaviour } from '../resource-behaviour.ts';
import { importedArn } from './imported-arn.ts';
import { refuseTopic, topicChecks } from './sns-topic-checks.ts';
import { readTopic } from './sns-topic-read.ts';
import { updateTopic } from './sns-topic-update.ts';
import { TOPIC_ATTRIBUTES, attributeText } from './topic-attributes.ts';

/** A topic of SNS. Its id is its ARN. */
export const snsTopic: ResourceBehaviour = {
  label: 'SNS Topic',
  rules: {
    forceNew: ['fifo_topic', 'name', 'name_prefix'],
    defaults: { content_based_deduplication: false, fifo_topic: false },
    documents: { policy: equivalentPolicy, delivery_policy: equivalentJson, archive_policy: equivalentJson },
  },
  imported: importedArn,
  validate: topicChecks,
  refuse: refuseTopic,
  create: createTopic,
  complete: setFirstAttributes,
  read: readTopic,
  update: updateTopic,
  delete: async (cloud, state) => {
    const TopicArn = requiredText(state, 'id');
    await ignoreMissing(cloud.sns(state).send(new DeleteTopicCommand({ TopicArn })), ['NotFoundException']);
  },
};

async function createTopic(cloud: Cloud, planned: CtyObject): Promise<string> {
  const isFifo = flag(planned, 'fifo_topic') ?? false;
  const name = configuredName(planned);
  const Name = isFifo && !name.endsWith('.fifo') ? `${name}.fifo` : name;
  const scope = attributeText(planned['fifo_throughput_scope']);
  const Attributes = { FifoTopic: 'true', ...(scope !== '' && { FifoThroughputScope: scope }) };
  const Tags = keyValueTags(planned);
  const created = new CreateTopicCommand({ Name, Tags, Attributes: isFifo ? Attributes : undefined });
  const { TopicArn } = await cloud.sns(planned).send(created);
  if (TopicArn === undefined) throw new Refusal('SNS created a topic and gave it no ARN');
  return TopicArn;
}

async function setFirstAttributes(cloud: Cloud, created: CtyObject): Promise<void> {
  const TopicArn = requiredText(created, 'id');
  for (const [name, AttributeName] of Object.entries(TOPIC_ATTRIBUTES)) {
    const AttributeValue = attributeText(created[name]);
    const isWritten = AttributeValue !== '' && AttributeValue !== 'false' && name !== 'fifo_throughput_scope';
    if (isWritten)
      await cloud.sns(created).send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue }));
  }
}
