import { describe, expect, it } from '@jest/globals';
import type { NotificationsSpec } from '@slipway/environments';
import { only, synthesized } from '../testing/synthesized.ts';
import { Notifications } from './notifications.ts';

function synth(change: Partial<NotificationsSpec> = {}) {
  return synthesized((stack) => {
    new Notifications(stack, 'Notifications', {
      region: 'us-east-1',
      account: '111122223333',
      scanning: 'basic',
      topic: 'images',
      on: [{ event: 'push' }],
      ...change,
    });
  });
}

describe('Notifications', () => {
  it('have a rule for each event, with the name of the topic at its beginning', () => {
    const made = synth({ on: [{ event: 'push' }, { event: 'delete' }, { event: 'scan', severities: ['HIGH'] }] });
    const rules = Object.values(made.resource?.['aws_cloudwatch_event_rule'] ?? {});
    expect(rules.map(({ name }) => name).sort()).toEqual(['images-delete', 'images-push', 'images-scan']);
  });

  it('lead from the rule to the topic', () => {
    const made = synth();
    expect(only('aws_cloudwatch_event_target', made)).toMatchObject({
      rule: `\${${only('aws_cloudwatch_event_rule', made).address}.name}`,
      arn: `\${${only('aws_sns_topic', made).address}.arn}`,
    });
  });

  // EventBridge user guide, "Amazon SNS permissions".
  it('let exactly the rules publish, before they have a target', () => {
    const made = synth();
    const { policy, address } = only('aws_sns_topic_policy', made);
    expect(JSON.parse(policy as string)).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sns:Publish',
          Condition: {
            ArnEquals: { 'aws:SourceArn': `\${${only('aws_cloudwatch_event_rule', made).address}.arn}` },
          },
        },
      ],
    });
    expect(only('aws_cloudwatch_event_target', made)['depends_on']).toEqual([address]);
  });

  it('subscribe who is to be told, and nobody where none are named', () => {
    const endpoint = 'https://example.com/images';
    expect(
      only('aws_sns_topic_subscription', synth({ subscriptions: [{ protocol: 'https', endpoint }] })),
    ).toMatchObject({ protocol: 'https', endpoint });
    expect(synth().resource).not.toHaveProperty('aws_sns_topic_subscription');
  });
});
