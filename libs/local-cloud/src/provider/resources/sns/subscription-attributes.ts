import { SetSubscriptionAttributesCommand } from '@aws-sdk/client-sns';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText, text } from '../attribute-readers.ts';
import { hasChanged } from '../has-changed.ts';
import type { Change } from '../resource-behaviour.ts';
import { attributeText } from './topic-attributes.ts';

// Those that may change.
const WRITABLE: Readonly<Record<string, string>> = {
  delivery_policy: 'DeliveryPolicy',
  filter_policy: 'FilterPolicy',
  filter_policy_scope: 'FilterPolicyScope',
  raw_message_delivery: 'RawMessageDelivery',
  redrive_policy: 'RedrivePolicy',
  replay_policy: 'ReplayPolicy',
  subscription_role_arn: 'SubscriptionRoleArn',
};

/** Attributes of a subscription that stand in a text of SNS and in an attribute of Terraform, by the latter's name. */
export const SUBSCRIPTION_ATTRIBUTES: Readonly<Record<string, string>> = {
  ...WRITABLE,
  arn: 'SubscriptionArn',
  confirmation_was_authenticated: 'ConfirmationWasAuthenticated',
  endpoint: 'Endpoint',
  owner_id: 'Owner',
  pending_confirmation: 'PendingConfirmation',
  protocol: 'Protocol',
  topic_arn: 'TopicArn',
};

/** What a new subscription is told at once. */
export function firstAttributes(planned: CtyObject): Record<string, string> {
  const written = Object.entries(WRITABLE).map(([name, theirs]) => [theirs, attributeText(planned[name])] as const);
  return Object.fromEntries(written.filter(([, value]) => value !== '' && value !== 'false'));
}

/** Changes a subscription in place, each attribute by a call of its own. */
export async function updateSubscription(cloud: Cloud, change: Change): Promise<void> {
  const changed = Object.keys(WRITABLE).filter((name) => hasChanged(change, name));
  // The wider scope takes every filter, so it is set before the filter and left after it.
  const isWider = text(change.planned, 'filter_policy_scope') === 'MessageBody';
  const scope = changed.filter((name) => name === 'filter_policy_scope');
  const others = changed.filter((name) => name !== 'filter_policy_scope');
  for (const name of isWider ? [...scope, ...others] : [...others, ...scope]) await setAttribute(cloud, change, name);
}

async function setAttribute(cloud: Cloud, { prior, planned }: Change, name: string): Promise<void> {
  const value = attributeText(planned[name]);
  // SNS drops the scope with the filter.
  if (name === 'filter_policy_scope' && value === '') return;
  await cloud.sns(planned).send(
    new SetSubscriptionAttributesCommand({
      SubscriptionArn: requiredText(prior, 'id'),
      AttributeName: WRITABLE[name],
      AttributeValue: value === '' ? emptyValue(name) : value,
    }),
  );
}

// https://docs.aws.amazon.com/sns/latest/dg/message-filtering.html: an empty filter removes it.
function emptyValue(name: string): string | undefined {
  if (name === 'filter_policy') return '{}';
  return name === 'redrive_policy' ? undefined : '';
}
