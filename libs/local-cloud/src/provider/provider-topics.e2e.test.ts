import {
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  SetTopicAttributesCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appliedFixture, outputsOf } from './testing/fixture-runs.ts';
import { TestCloud } from './testing/test-cloud.ts';
import { startWholeGateway } from './testing/whole-gateway.ts';

jest.setTimeout(120_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start(startWholeGateway);
});

afterAll(() => cloud.close());

const TOPIC = 'aws_sns_topic.alerts';
const TOPIC_POLICY = 'aws_sns_topic_policy.alerts';
const QUEUE = 'aws_sns_topic_subscription.queue';
const MAIL = 'aws_sns_topic_subscription.mail';
const CHAT = 'aws_sns_topic_subscription.chat';

const applied = () => appliedFixture(cloud, { fixture: 'events' });
const sns = (account: string) => cloud.clients(account).sns('eu-west-1');
const topicArn = (account: string) => `arn:aws:sns:eu-west-1:${account}:alerts`;

async function topic(account: string): Promise<Record<string, string>> {
  return (await sns(account).send(new GetTopicAttributesCommand({ TopicArn: topicArn(account) }))).Attributes ?? {};
}

async function subscription(account: string, SubscriptionArn: unknown) {
  const asked = new GetSubscriptionAttributesCommand({ SubscriptionArn: String(SubscriptionArn) });
  return (await sns(account).send(asked)).Attributes;
}

describe('a change in place', () => {
  it('gives a topic another name to show and another policy', async () => {
    const { account, terraform } = await applied();
    const changed = { account, display_name: '', principals: '["events.amazonaws.com"]' };
    expect(await terraform.plannedActions(changed)).toEqual({ [TOPIC]: ['update'], [TOPIC_POLICY]: ['update'] });
    await terraform.apply(changed);
    const { DisplayName, Policy } = await topic(account);
    expect([DisplayName, Policy]).toEqual(['', expect.not.stringContaining('cloudwatch')]);
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('gives a subscription another filter of another scope, and takes it away', async () => {
    const { account, terraform } = await applied();
    const { queue } = await outputsOf(terraform);
    const nested = '{"detail":{"severity":["HIGH"]}}';
    const changed = { account, filter: nested, filter_scope: 'MessageBody', raw: 'false' };
    expect(await terraform.plannedActions(changed)).toEqual({ [QUEUE]: ['update'] });
    await terraform.apply(changed);
    expect(await subscription(account, queue?.['arn'])).toMatchObject({
      FilterPolicy: nested,
      FilterPolicyScope: 'MessageBody',
    });
    expect(await terraform.plannedActions(changed)).toEqual({});
    const none = { account, filter: '', raw: 'false' };
    expect(await terraform.plannedActions(none)).toEqual({ [QUEUE]: ['update'] });
    await terraform.apply(none);
    expect(await terraform.plannedActions(none)).toEqual({});
  });
});

describe('a change of what AWS can not change', () => {
  it.each([
    ['the name of a topic', { topic_name: 'scans' }, [TOPIC, TOPIC_POLICY, QUEUE, MAIL, CHAT]],
    ['the endpoint of a subscription', { mail: 'team@example.com' }, [MAIL]],
  ])('of %s replaces', async (_what, change, addresses) => {
    const { account, terraform } = await applied();
    const changed = { account, ...change };
    const actions = await terraform.plannedActions(changed);
    for (const address of addresses) expect([address, actions[address]]).toEqual([address, ['delete', 'create']]);
    await terraform.apply(changed);
    expect(await terraform.plannedActions(changed)).toEqual({});
  });
});

describe('drift', () => {
  it('of a topic and of its policy is put right in place', async () => {
    const { account, terraform } = await applied();
    const TopicArn = topicArn(account);
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 'sns:Publish', Resource: TopicArn }],
    });
    for (const [AttributeName, AttributeValue] of Object.entries({ DisplayName: 'meddled with', Policy }))
      await sns(account).send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue }));
    expect(await terraform.plannedActions({ account })).toEqual({ [TOPIC]: ['update'], [TOPIC_POLICY]: ['update'] });
    await terraform.apply({ account });
    expect(await topic(account)).toMatchObject({ DisplayName: 'scans', Policy: expect.stringContaining('Allow') });
    expect(await terraform.plannedActions({ account })).toEqual({});
  });

  it('of a subscription that is gone is created again', async () => {
    const { account, terraform } = await applied();
    const { queue } = await outputsOf(terraform);
    await sns(account).send(new UnsubscribeCommand({ SubscriptionArn: String(queue?.['arn']) }));
    expect(await terraform.plannedActions({ account })).toEqual({ [QUEUE]: ['create'] });
  });
});
