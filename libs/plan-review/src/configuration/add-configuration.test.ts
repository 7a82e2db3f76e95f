import { describe, expect, it } from '@jest/globals';
import { parsePlan } from '../plan/parse-plan.ts';
import { planText, reviewOf } from '../testing/plan-json.ts';
import { addConfiguration } from './add-configuration.ts';

const TOPIC = 'aws_sns_topic.alerts';
const RULE = 'aws_cloudwatch_event_rule.pushed';
const ARNS = [`${TOPIC}.arn`, TOPIC, `${RULE}.arn`, RULE];

/** A policy that lets a rule publish (EventBridge user guide, "Amazon SNS permissions"), with changes. */
function policyText(more: object = {}): string {
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sns:Publish',
    Resource: `\${${TOPIC}.arn}`,
    Condition: { ArnEquals: { 'aws:SourceArn': `\${${RULE}.arn}` } },
    ...more,
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

interface Case {
  readonly policy?: string;
  readonly type?: string;
  readonly attribute?: string;
  readonly references?: readonly string[];
  /** What the plan says of the topic's name. */
  readonly planned?: string;
  readonly topicActions?: readonly string[];
  /** Whether the configuration sets the topic's ARN. */
  readonly setsArn?: true;
  readonly provider?: string;
}

function given({ type = 'aws_sns_topic_policy', attribute = 'policy', references = ARNS, ...rest }: Case) {
  const { policy = policyText(), planned = 'alerts', topicActions = ['create'], setsArn, provider } = rest;
  const more = provider === undefined ? {} : { provider_name: provider };
  const arn = setsArn === undefined ? {} : { arn: { references: ['var.who'] } };
  const address = `${type}.it`;
  const resources = [
    { address, expressions: { [attribute]: { references } } },
    { address: TOPIC, expressions: { name: { constant_value: planned }, ...arn } },
    { address: RULE, expressions: { name: { constant_value: 'pushed' } } },
  ];
  const changes = [
    { type, address, actions: ['create'], after: {}, unknown: { [attribute]: true } },
    { type: 'aws_sns_topic', address: TOPIC, actions: topicActions, after: { name: planned }, more },
    { type: 'aws_cloudwatch_event_rule', address: RULE, actions: ['create'], after: { name: 'pushed' } },
  ];
  const json = planText(changes, { configuration: { root_module: { resources } } });
  const configuration = {
    resource: {
      [type]: { it: { [attribute]: policy } },
      aws_sns_topic: { alerts: { name: 'alerts' } },
      aws_cloudwatch_event_rule: { pushed: { name: 'pushed' } },
    },
  };
  const { plan } = parsePlan(json);
  if (plan === undefined) throw new Error('no plan');
  return { json, added: addConfiguration(plan, JSON.stringify(configuration)) };
}

function found(of: Case): string[] {
  const { json, added } = given(of);
  if (added.plan === undefined) throw new Error(added.problem);
  return reviewOf(json, { plan: added.plan })
    .findings.filter(({ rule }) => rule.startsWith('policy') || rule === 'wildcard-actions')
    .map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('a policy that is only known after the apply', () => {
  it('blocks without the configuration, and says what it refers to', () => {
    const [finding] = reviewOf(given({}).json).findings;
    expect(finding).toMatchObject({ rule: 'policy-unknown', severity: 'error' });
    expect(finding?.message).toContain(`it refers to ${TOPIC}.arn, ${RULE}.arn`);
  });

  it('asks for attention where only ARNs of the plan are unknown, names them, and is told in words', () => {
    const { json, added } = given({});
    const review = reviewOf(json, added.plan === undefined ? {} : { plan: added.plan });
    expect(review.verdict).toBe('attention');
    expect(review.findings.map(({ rule, message }) => [rule, message])).toEqual([
      [
        'policy-unknown',
        `"policy" waits for ${TOPIC}.arn, ${RULE}.arn; the rest of it was read from the configuration`,
      ],
    ]);
    expect(review.stacks[0]?.changes.flatMap(({ words }) => words)).toEqual([
      `service events.amazonaws.com can now use sns:Publish on aws_sns_topic_policy.it if aws:SourceArn ArnEquals ${RULE}.arn`,
    ]);
  });

  it.each<[string, Case, string]>([
    [
      'lets in everyone',
      { policy: policyText({ Principal: '*', Condition: {} }), references: [`${TOPIC}.arn`, TOPIC] },
      'error policy-open',
    ],
    [
      'lets in whatever begins like it',
      { policy: policyText({ Principal: '*', Condition: { ArnLike: { 'aws:SourceArn': `\${${RULE}.arn}*` } } }) },
      'error policy-open',
    ],
    ['allows whole services', { policy: policyText({ Action: 'sns:*' }) }, 'warning wildcard-actions'],
  ])('is judged as far as it is known: it %s', (_, of, finding) => {
    expect(found(of)).toContain(finding);
  });

  it.each<[string, Case]>([
    ['a data source', { policy: policyText({ Principal: { AWS: '${data.aws_iam_role.ci.arn}' } }) }],
    ['a variable', { policy: policyText({ Principal: { AWS: '${var.who}' } }) }],
    ['a function', { policy: policyText({ Principal: { AWS: `\${lower(${TOPIC}.arn)}` } }) }],
    ['a directive', { policy: policyText({ Principal: { AWS: '%{ if true }*%{ endif }' } }) }],
    ['another attribute', { policy: policyText({ Principal: { AWS: `\${${TOPIC}.name}` } }) }],
    ['a provider that nobody knows', { policy: policyText({ Principal: { AWS: '${acme_thing.it.arn}' } }) }],
    ['a reference that the plan does not have', { references: [`${TOPIC}.arn`, TOPIC] }],
    ['a reference that the text does not have', { references: [...ARNS, 'var.who'] }],
    ['a resource that goes', { topicActions: ['delete'] }],
    ['an ARN that the configuration sets', { setsArn: true }],
    ["a resource of somebody's own provider", { provider: 'registry.terraform.io/acme/aws' }],
  ])('blocks with %s in it', (_, of) => {
    expect(found(of)).toEqual(['error policy-unknown']);
  });

  it('blocks when it says who may become a role', () => {
    expect(found({ type: 'aws_iam_role', attribute: 'assume_role_policy' })).toEqual(['error policy-unknown']);
  });

  it('blocks when its text is no policy', () => {
    expect(found({ policy: `{"Statement": "\${${TOPIC}.arn} \${${RULE}.arn}"}` })).toEqual(['error policy-unknown']);
  });
});

describe('a configuration', () => {
  it('is refused where a constant is not what the plan has', () => {
    expect(given({ planned: 'other' }).added).toEqual({
      plan: undefined,
      problem: `"name" of "${TOPIC}" is not what the plan has`,
    });
  });

  it.each(['', '[]', '{"resource":1}', '{"resource":{}}'])('is refused when it is %j', (text) => {
    const { plan } = parsePlan(given({}).json);
    expect(plan && addConfiguration(plan, text).plan).toBeUndefined();
  });
});
