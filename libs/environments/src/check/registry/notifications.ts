import { error, under, type LocalFinding } from '@slipway/findings';
import type { NotificationEvent, NotificationsSpec } from '../../spec/notifications-spec.ts';
import { listed } from '../finding/listed.ts';
import { repeated } from '../finding/repeated.ts';
import type { Place } from '../place.ts';
import { subscription } from './subscription.ts';

/** Of the 256 characters of a topic's name, those that leave its rules their ending: `<topic>-delete` is of at most 64. */
const TOPIC = /^[A-Za-z0-9_-]{1,57}$/;

/** Events that the registry publishes. */
export function notifications({ registry: { notifications: spec } }: Place): LocalFinding[] {
  if (spec === undefined) return [];
  const { subscriptions = [] } = spec;
  return under('notifications', [
    ...topic(spec),
    ...events(spec.on),
    ...severities(spec.on),
    ...subscriptions.flatMap((one) => subscription(one)),
    ...repeatedSubscriptions(spec),
  ]);
}

function topic({ topic: name }: NotificationsSpec): LocalFinding[] {
  if (TOPIC.test(name)) return [];
  return [
    error('topic-name', {
      path: 'topic',
      message: `"${name}" is not the name of a topic`,
      fix: 'use 1 to 57 letters, digits, - and _: the rules that publish to it are named after it',
      source: 'SNS API reference, CreateTopic: Name; EventBridge API reference, PutRule: Name',
    }),
  ];
}

function events(on: readonly NotificationEvent[]): LocalFinding[] {
  const names = on.map(({ event }) => event);
  if (names.length > 0 && repeated(names).length === 0) return [];
  return [
    error('notification-events', {
      path: 'on',
      message:
        names.length === 0
          ? 'is "[]", so nothing would be published'
          : `names ${listed(repeated(names))} twice, so it would be told twice`,
      fix: 'name at least one event, each once; join severities in one',
    }),
  ];
}

function severities(on: readonly NotificationEvent[]): LocalFinding[] {
  return on.flatMap((event) => {
    if (event.event !== 'scan') return [];
    const given: readonly string[] = event.severities;
    return given.length > 0 && repeated(given).length === 0 ? [] : [badSeverities(given)];
  });
}

function badSeverities(given: readonly string[]): LocalFinding {
  return error('notification-severities', {
    path: 'on / scan',
    message:
      given.length === 0
        ? 'the severities are "[]", so no scan would be told of'
        : `the severities name ${listed(repeated(given))} twice`,
    fix: 'name at least one severity, each once',
    source: 'ECR API reference, ImageScanFindings: findingSeverityCounts',
  });
}

function repeatedSubscriptions({ subscriptions = [] }: NotificationsSpec): LocalFinding[] {
  return repeated(subscriptions.map(({ protocol, endpoint }) => `${protocol} ${endpoint}`)).map((twice) =>
    error('subscription-repeated', {
      path: 'subscriptions',
      message: `"${twice}" is subscribed twice, which SNS takes as one subscription and Terraform as two`,
      fix: 'subscribe it once',
      source: 'SNS API reference, Subscribe',
    }),
  );
}
