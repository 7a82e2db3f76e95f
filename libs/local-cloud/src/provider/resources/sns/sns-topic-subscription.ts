import { GetSubscriptionAttributesCommand, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import { equivalentJson } from '../../plan/equivalent-json.ts';
import type { PlannedFrom } from '../../plan/plan-rules.ts';
import type { Cloud } from '../../session/cloud.ts';
import { Refusal } from '../../session/refusal.ts';
import { UNKNOWN, isUnset, type CtyObject } from '../../wire/cty-value.ts';
import { arn } from '../arn-check.ts';
import { requiredText, writtenText } from '../attribute-readers.ts';
import { allChecks, jsonDocumentOrEmpty, oneOf } from '../configuration-checks.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { importedArn } from './imported-arn.ts';
import { SUBSCRIPTION_ATTRIBUTES, firstAttributes, updateSubscription } from './subscription-attributes.ts';
import { foundAttributes } from './topic-attributes.ts';

const PROTOCOLS = ['application', 'email', 'email-json', 'firehose', 'http', 'https', 'lambda', 'sms', 'sqs'];

/** Who gets what is published to a topic. Its id is its ARN. */
export const snsTopicSubscription: ResourceBehaviour = {
  label: 'SNS Topic Subscription',
  rules: {
    forceNew: ['endpoint', 'protocol', 'topic_arn'],
    defaults: { confirmation_timeout_in_minutes: 1, endpoint_auto_confirms: false, raw_message_delivery: false },
    documents: {
      delivery_policy: equivalentJson,
      filter_policy: equivalentJson,
      redrive_policy: equivalentJson,
      replay_policy: equivalentJson,
    },
    adjust: plannedScope,
  },
  imported: importedArn,
  validate: allChecks(
    oneOf('protocol', Object.fromEntries(PROTOCOLS.map((protocol) => [protocol, protocol]))),
    oneOf('filter_policy_scope', { MessageAttributes: 'MessageAttributes', MessageBody: 'MessageBody' }),
    ...['delivery_policy', 'filter_policy', 'redrive_policy', 'replay_policy'].map((name) => jsonDocumentOrEmpty(name)),
    arn('subscription_role_arn'),
    arn('topic_arn'),
  ),
  refuse: refuseScope,
  create: subscribe,
  read: readSubscription,
  update: updateSubscription,
  // One that waits for its confirmation cannot be deleted on AWS either way: SNS forgets it after a while.
  delete: async (cloud, state) => {
    const SubscriptionArn = requiredText(state, 'id');
    await ignoreMissing(cloud.sns(state).send(new UnsubscribeCommand({ SubscriptionArn })), ['NotFoundException']);
  },
};

// SNS keeps a scope as long as there is a filter, and forgets it with it.
function plannedScope(planned: CtyObject, { config, prior }: PlannedFrom): CtyObject {
  if (!isUnset(config['filter_policy_scope'])) return planned;
  if (!hasFilter(planned)) return { ...planned, filter_policy_scope: null };
  const hadScope = prior !== null && writtenText(prior, 'filter_policy_scope') !== undefined;
  return { ...planned, filter_policy_scope: hadScope ? 'MessageAttributes' : UNKNOWN };
}

function refuseScope(planned: CtyObject): string | undefined {
  const isScoped = writtenText(planned, 'filter_policy_scope') !== undefined;
  return isScoped && !hasFilter(planned) ? 'filter_policy is required when filter_policy_scope is set' : undefined;
}

function hasFilter(planned: CtyObject): boolean {
  return planned['filter_policy'] === UNKNOWN || writtenText(planned, 'filter_policy') !== undefined;
}

async function subscribe(cloud: Cloud, planned: CtyObject): Promise<string> {
  const { SubscriptionArn } = await cloud.sns(planned).send(
    new SubscribeCommand({
      Attributes: firstAttributes(planned),
      Endpoint: requiredText(planned, 'endpoint'),
      Protocol: requiredText(planned, 'protocol'),
      // Or a subscription that waits for its confirmation has none.
      ReturnSubscriptionArn: true,
      TopicArn: requiredText(planned, 'topic_arn'),
    }),
  );
  if (SubscriptionArn === undefined) throw new Refusal('SNS made a subscription and gave it no ARN');
  return SubscriptionArn;
}

async function readSubscription(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const asked = new GetSubscriptionAttributesCommand({ SubscriptionArn: requiredText(state, 'id') });
  const found = await ignoreMissing(cloud.sns(state).send(asked), ['NotFoundException']);
  if (found?.Attributes === undefined) return undefined;
  const attributes = foundAttributes(SUBSCRIPTION_ATTRIBUTES, found.Attributes);
  const hasNone = attributes['filter_policy'] === '{}';
  return { attributes: { ...attributes, ...(hasNone && { filter_policy: null, filter_policy_scope: null }) } };
}
