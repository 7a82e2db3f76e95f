import { SetTopicAttributesCommand, TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-sns';
import type { Cloud } from '../../session/cloud.ts';
import { requiredText } from '../attribute-readers.ts';
import { hasChanged } from '../has-changed.ts';
import { changeTags } from '../key-value-tags.ts';
import type { Change } from '../resource-behaviour.ts';
import { TOPIC_ATTRIBUTES, attributeText } from './topic-attributes.ts';

/** Changes a topic in place: each attribute by a call of its own, and tags. */
export async function updateTopic(cloud: Cloud, change: Change): Promise<void> {
  const TopicArn = requiredText(change.prior, 'id');
  const sns = cloud.sns(change.planned);
  for (const [name, AttributeName] of Object.entries(TOPIC_ATTRIBUTES)) {
    const AttributeValue = attributeText(change.planned[name]);
    // A topic always has a policy, and SNS takes no empty one.
    if (!hasChanged(change, name) || (name === 'policy' && AttributeValue === '')) continue;
    await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue }));
  }
  await changeTags(change, {
    untag: (TagKeys) => sns.send(new UntagResourceCommand({ ResourceArn: TopicArn, TagKeys })),
    tag: (Tags) => sns.send(new TagResourceCommand({ ResourceArn: TopicArn, Tags })),
  });
}
