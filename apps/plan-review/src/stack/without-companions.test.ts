import { describe, expect, it } from '@jest/globals';
import { parsePlan } from '@slipway/plan-review';
import { withoutCompanions } from './without-companions.ts';

const ARN = 'arn:aws:sns:us-east-1:111122223333:images';
const TOPIC = { arn: ARN, id: ARN, region: 'us-east-1', name: 'images' };
const BEFORE = '{"Statement":[]}';
const SET = '{"Statement":[{"Effect":"Allow"}],"Version":"2012-10-17"}';

function driftLeft(options: {
  readonly after?: object;
  readonly companion?: object;
  readonly actions?: readonly string[];
}): number {
  const { after = { ...TOPIC, policy: SET }, companion = {}, actions = ['update'] } = options;
  const values = { arn: ARN, region: 'us-east-1', policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}' };
  const change = { actions, before: { ...TOPIC, policy: BEFORE }, after };
  const json = JSON.stringify({
    format_version: '1.2',
    planned_values: {},
    resource_drift: [{ address: 'aws_sns_topic.it', type: 'aws_sns_topic', mode: 'managed', change }],
    prior_state: {
      values: { root_module: { resources: [{ type: 'aws_sns_topic_policy', values: { ...values, ...companion } }] } },
    },
  });
  const { plan } = parsePlan(json);
  if (plan === undefined) throw new Error('no plan');
  return withoutCompanions(plan, json).drift.length;
}

describe('withoutCompanions', () => {
  it('leaves out a policy that another resource of the stack set', () => {
    expect(driftLeft({})).toBe(0);
  });

  it.each<[string, Parameters<typeof driftLeft>[0]]>([
    ['a policy that is not the one it set', { companion: { policy: BEFORE } }],
    ['the policy of another topic', { companion: { arn: `${ARN}-2` } }],
    ['the policy of a topic in another region', { companion: { region: 'us-west-2' } }],
    ['another attribute beside it', { after: { ...TOPIC, name: 'other', policy: SET } }],
    ['a resource that is gone', { actions: ['delete'] }],
  ])('keeps %s', (_, options) => {
    expect(driftLeft(options)).toBe(1);
  });
});
