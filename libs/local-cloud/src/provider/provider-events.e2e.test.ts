import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  ListTagsForResourceCommand,
  ListTargetsByRuleCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  SetTopicAttributesCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appliedFixture, openedFixture, outputsOf } from './testing/fixture-runs.ts';
import type { Variables } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';
import { startWholeGateway } from './testing/whole-gateway.ts';

jest.setTimeout(120_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start(startWholeGateway);
});

afterAll(() => cloud.close());

const RULE = 'aws_cloudwatch_event_rule.scan';
const TARGET = 'aws_cloudwatch_event_target.topic';
const TOPIC = 'aws_sns_topic.alerts';
const TOPIC_POLICY = 'aws_sns_topic_policy.alerts';
const QUEUE = 'aws_sns_topic_subscription.queue';
const MAIL = 'aws_sns_topic_subscription.mail';
const CHAT = 'aws_sns_topic_subscription.chat';
const Name = 'scan-findings';

const opened = () => openedFixture(cloud, 'events');
const applied = (variables: Variables = {}) => appliedFixture(cloud, { fixture: 'events', variables });

const events = (account: string, region = 'eu-west-1') => cloud.clients(account).events(region);
const sns = (account: string) => cloud.clients(account).sns('eu-west-1');
const topicArn = (account: string, name = 'alerts') => `arn:aws:sns:eu-west-1:${account}:${name}`;

async function rule(account: string) {
  return events(account).send(new DescribeRuleCommand({ Name }));
}

async function target(account: string) {
  return (await events(account).send(new ListTargetsByRuleCommand({ Rule: Name }))).Targets?.[0];
}

async function topic(account: string): Promise<Record<string, string>> {
  return (await sns(account).send(new GetTopicAttributesCommand({ TopicArn: topicArn(account) }))).Attributes ?? {};
}

describe('events and topics', () => {
  it('are planned, applied and then left alone', async () => {
    const account = cloud.freshAccount();
    const terraform = await opened();
    expect(Object.values(await terraform.plannedActions({ account }))).toEqual(Array(10).fill(['create']));
    await terraform.must('apply', '-no-color', 'plan.bin');
    expect(await terraform.plannedActions({ account })).toEqual({});
  });

  it('are at AWS what the configuration says, with the default tags of the provider', async () => {
    const { account } = await applied();
    const found = await rule(account);
    expect(found).toMatchObject({ State: 'ENABLED', Description: 'scans that found something' });
    expect(JSON.parse(found.EventPattern!)).toMatchObject({
      source: ['aws.ecr'],
      detail: { 'finding-severity-counts': { CRITICAL: [{ numeric: ['>', 0] }] } },
    });
    const { Tags } = await events(account).send(new ListTagsForResourceCommand({ ResourceARN: found.Arn }));
    expect(Tags).toEqual(
      expect.arrayContaining([
        { Key: 'ManagedBy', Value: 'slipway' },
        { Key: 'Team', Value: 'retail' },
      ]),
    );
    expect(await target(account)).toMatchObject({
      Id: 'topic',
      Arn: topicArn(account),
      InputTransformer: {
        InputPathsMap: { repository: '$.detail.repository-name', severity: '$.detail.severity' },
        InputTemplate: '"<severity> findings in <repository>"',
      },
      RetryPolicy: { MaximumRetryAttempts: 5 },
      DeadLetterConfig: { Arn: `arn:aws:sqs:eu-west-1:${account}:dead-letters` },
    });
    expect(await topic(account)).toMatchObject({
      DisplayName: 'scans',
      KmsMasterKeyId: 'alias/aws/sns',
      TracingConfig: 'Active',
      Policy: expect.stringContaining('events.amazonaws.com'),
    });
  });

  it('tell what AWS made of them, and get names from prefixes', async () => {
    const { account, terraform } = await applied();
    const { nightly, generated_target, ordered, queue, mail, chat } = await outputsOf(terraform);
    expect(nightly).toMatchObject({
      name: expect.stringMatching(/^nightly-\d{18}[0-9a-f]{8}$/),
      region: 'us-west-2',
      state: 'ENABLED',
      is_enabled: true,
    });
    const id = generated_target?.['target_id'];
    expect(generated_target).toMatchObject({ target_id: expect.stringMatching(/^\d{18}[0-9a-f]{8}$/) });
    expect(generated_target?.['id']).toBe(`${nightly?.['name']}-${id}`);
    expect(ordered).toMatchObject({ name: expect.stringMatching(/^ordered-.+\.fifo$/), name_prefix: 'ordered-' });
    expect(queue).toMatchObject({
      owner_id: account,
      pending_confirmation: false,
      raw_message_delivery: true,
      filter_policy_scope: 'MessageAttributes',
    });
    for (const waiting of [mail, chat])
      expect(waiting).toMatchObject({ pending_confirmation: true, confirmation_was_authenticated: false });
  });

  it('are adopted by import; what AWS does not tell of subscriptions is then written into the state', async () => {
    const { account, terraform: first } = await applied();
    const { nightly, generated_target, ordered, queue, mail, chat } = await outputsOf(first);
    const terraform = await opened();
    const ids = {
      [RULE]: Name,
      'aws_cloudwatch_event_rule.nightly': `default/${nightly?.['name']}@us-west-2`,
      [TARGET]: `${Name}/topic`,
      'aws_cloudwatch_event_target.generated': `default/${nightly?.['name']}/${generated_target?.['target_id']}@us-west-2`,
      [TOPIC]: topicArn(account),
      'aws_sns_topic.ordered': ordered?.['arn'],
      [TOPIC_POLICY]: topicArn(account),
      [QUEUE]: queue?.['arn'],
      [MAIL]: mail?.['arn'],
      [CHAT]: chat?.['arn'],
    };
    for (const [address, id] of Object.entries(ids))
      await terraform.must('import', '-no-color', `-var=account=${account}`, address, String(id));
    const updated = [QUEUE, MAIL, CHAT].map((address) => [address, ['update']]);
    expect(await terraform.plannedActions({ account })).toEqual(Object.fromEntries(updated));
    await terraform.apply({ account });
    expect(await terraform.plannedActions({ account })).toEqual({});
  });

  it('refuse an id of another form', async () => {
    const { account } = await applied();
    const terraform = await opened();
    const { stderr } = await terraform.run('import', '-no-color', `-var=account=${account}`, TARGET, 'topic');
    expect(stderr.replace(/[\s│╵╷]+/g, ' ')).toContain(
      'unexpected format for ID (topic), expected EVENTBUSNAME/RULENAME/TARGETID or RULENAME/TARGETID',
    );
  });

  it('go with destroy', async () => {
    const { account, terraform } = await applied();
    await terraform.must('destroy', '-no-color', '-auto-approve', `-var=account=${account}`);
    await expect(rule(account)).rejects.toThrow('does not exist');
    await expect(topic(account)).rejects.toThrow('does not exist');
  });
});

describe('a change in place', () => {
  it('gives a rule another pattern and other tags', async () => {
    const { account, terraform } = await applied();
    const changed = { account, severities: '["CRITICAL"]', team: 'pricing' };
    expect(await terraform.plannedActions(changed)).toEqual({ [RULE]: ['update'], [TOPIC]: ['update'] });
    await terraform.apply(changed);
    expect((await rule(account)).EventPattern).not.toContain('HIGH');
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('disables a rule by its state, and enables it by the older argument', async () => {
    const { account, terraform } = await applied();
    const disabled = { account, rule_state: 'DISABLED' };
    expect(await terraform.plannedActions(disabled)).toEqual({ [RULE]: ['update'] });
    await terraform.apply(disabled);
    expect((await rule(account)).State).toBe('DISABLED');
    expect(await terraform.plannedActions(disabled)).toEqual({});
    // What is left out stays as it is.
    expect(await terraform.plannedActions({ account })).toEqual({});
    const enabled = { account, rule_enabled: 'true' };
    expect(await terraform.plannedActions(enabled)).toEqual({ [RULE]: ['update'] });
    await terraform.apply(enabled);
    expect((await rule(account)).State).toBe('ENABLED');
    expect(await terraform.plannedActions(enabled)).toEqual({});
  });

  it('gives a target another template and other patience', async () => {
    const { account, terraform } = await applied();
    const changed = { account, template: '"<repository>: <severity>"', retries: '2' };
    expect(await terraform.plannedActions(changed)).toEqual({ [TARGET]: ['update'] });
    await terraform.apply(changed);
    expect(await target(account)).toMatchObject({
      InputTransformer: { InputTemplate: '"<repository>: <severity>"' },
      RetryPolicy: { MaximumRetryAttempts: 2 },
    });
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('is none for spaces in patterns and filters, nor for principals in another order', async () => {
    const { account, terraform } = await applied();
    const reordered = {
      account,
      indented_pattern: 'true',
      filter: '{ "severity" : [ "CRITICAL" ] }',
      principals: '["cloudwatch.amazonaws.com", "events.amazonaws.com"]',
    };
    expect(await terraform.plannedActions(reordered)).toEqual({});
  });
});

describe('a change of what AWS can not change', () => {
  it.each([
    ['the name of a rule', { rule_name: 'scans' }, [RULE, TARGET]],
    ['the id of a target', { target_id: 'other' }, [TARGET]],
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
  it('of a setting is put right in place', async () => {
    const { account, terraform } = await applied({ rule_state: 'ENABLED' });
    const variables = { account, rule_state: 'ENABLED' };
    await events(account).send(new DisableRuleCommand({ Name }));
    const meddling = { AttributeName: 'DisplayName', AttributeValue: 'meddled with' };
    await sns(account).send(new SetTopicAttributesCommand({ TopicArn: topicArn(account), ...meddling }));
    expect(await terraform.plannedActions(variables)).toEqual({ [RULE]: ['update'], [TOPIC]: ['update'] });
    await terraform.apply(variables);
    expect((await rule(account)).State).toBe('ENABLED');
    expect(await terraform.plannedActions(variables)).toEqual({});
  });

  it('of things that are gone is created again', async () => {
    const { account, terraform } = await applied();
    const { queue } = await outputsOf(terraform);
    await events(account).send(new RemoveTargetsCommand({ Rule: Name, Ids: ['topic'] }));
    await sns(account).send(new UnsubscribeCommand({ SubscriptionArn: String(queue?.['arn']) }));
    expect(await terraform.plannedActions({ account })).toEqual({ [TARGET]: ['create'], [QUEUE]: ['create'] });
    await events(account).send(new DeleteRuleCommand({ Name }));
    await sns(account).send(new DeleteTopicCommand({ TopicArn: topicArn(account) }));
    const actions = await terraform.plannedActions({ account });
    for (const address of [RULE, TARGET, TOPIC, TOPIC_POLICY, QUEUE])
      expect([address, actions[address]]).toEqual([address, ['create']]);
  });
});
