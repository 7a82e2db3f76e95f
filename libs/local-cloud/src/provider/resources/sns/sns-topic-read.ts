import { GetTopicAttributesCommand, ListTagsForResourceCommand } from '@aws-sdk/client-sns';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText } from '../attribute-readers.ts';
import { prefixOfName } from '../generated-name.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { foundTags } from '../key-value-tags.ts';
import type { Found } from '../resource-behaviour.ts';
import { TOPIC_ATTRIBUTES, foundAttributes } from './topic-attributes.ts';

/** A topic in Terraform's attributes. */
export async function readTopic(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const TopicArn = requiredText(state, 'id');
  const found = await topicAttributes(cloud, state);
  if (found === undefined) return undefined;
  const name = TopicArn.split(':').at(-1) ?? '';
  const listed = await cloud.sns(state).send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }));
  return {
    attributes: {
      ...foundAttributes(TOPIC_ATTRIBUTES, found),
      arn: found['TopicArn'] ?? null,
      beginning_archive_time: found['BeginningArchiveTime'] ?? '',
      fifo_topic: found['FifoTopic'] === 'true',
      name,
      name_prefix: prefixOfName(name.replace(/\.fifo$/, '')),
      owner: found['Owner'] ?? null,
    },
    tags: foundTags(listed.Tags),
  };
}

/** The attributes of the topic that is the id of a resource; undefined when there is none. */
export async function topicAttributes(
  cloud: Cloud,
  state: CtyObject,
): Promise<Readonly<Record<string, string>> | undefined> {
  const asked = new GetTopicAttributesCommand({ TopicArn: requiredText(state, 'id') });
  return (await ignoreMissing(cloud.sns(state).send(asked), ['NotFoundException']))?.Attributes;
}
