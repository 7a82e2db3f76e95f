import { describe, expect, it } from '@jest/globals';
import { parsePlan } from '../plan/parse-plan.ts';
import { planText } from '../testing/plan-json.ts';

const ARN = 'arn:aws:sns:us-east-1:111122223333:images';
const TOPIC = { arn: ARN, id: ARN, region: 'us-east-1', name: 'images' };
const BEFORE = '{"Statement":[]}';
const SET = '{"Statement":[{"Effect":"Allow"}],"Version":"2012-10-17"}';
const OWN = { arn: ARN, region: 'us-east-1', policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}' };

interface Given {
  /** The topic as it is now. */
  readonly after?: object;
  /** What is other with the policy that the state has. */
  readonly policy?: object;
  readonly actions?: readonly string[];
}

function stateWith(policy: object) {
  const resources = [{ type: 'aws_sns_topic_policy', mode: 'managed', values: { ...OWN, ...policy } }];
  return { values: { root_module: { resources } } };
}

function driftLeft(
  { after = { ...TOPIC, policy: SET }, policy = {}, actions = ['update'] }: Given,
  state: unknown = stateWith(policy),
) {
  const change = { actions, before: { ...TOPIC, policy: BEFORE }, after };
  return parsePlan(
    planText([], {
      resource_drift: [{ address: 'aws_sns_topic.it', type: 'aws_sns_topic', mode: 'managed', change }],
      prior_state: state,
    }),
  ).plan?.drift.length;
}

describe('drift of a topic', () => {
  it('is none where only its policy differs, and another resource of the stack set it', () => {
    expect(driftLeft({})).toBe(0);
  });

  it('is none either where that resource is in a module', () => {
    const resources = [{ type: 'aws_sns_topic_policy', mode: 'managed', values: OWN }];
    expect(driftLeft({}, { values: { root_module: { child_modules: [{ resources }] } } })).toBe(0);
  });

  it.each<[string, Given]>([
    ['a policy that is not the one it set', { policy: { policy: BEFORE } }],
    ['the policy of another topic', { policy: { arn: `${ARN}-2` } }],
    ['the policy of a topic in another region', { policy: { region: 'us-west-2' } }],
    ['another attribute beside it', { after: { ...TOPIC, name: 'other', policy: SET } }],
    ['a resource that is gone', { actions: ['delete'] }],
  ])('stays for %s', (_, given) => {
    expect(driftLeft(given)).toBe(1);
  });

  it.each([
    ['there is no state', null],
    ['the resources of the state are no list', { values: { root_module: { resources: 7, child_modules: {} } } }],
    ['they have no values', { values: { root_module: { resources: [{ type: 'aws_sns_topic_policy' }, null, 'a'] } } }],
    [
      'a data source looks like the policy',
      { values: { root_module: { resources: [{ type: 'aws_sns_topic_policy', mode: 'data', values: OWN }] } } },
    ],
  ])('stays where %s', (_, state) => {
    expect(driftLeft({}, state)).toBe(1);
  });

  it('stays where its values are nested too deeply to compare', () => {
    const depth = 20_000;
    const nested = (value: number) => `{"policy":${'['.repeat(depth)}${value}${']'.repeat(depth)}}`;
    const change = `{"actions":["update"],"before":${nested(1)},"after":${nested(2)}}`;
    const drift = `[{"address":"a.b","type":"a","change":${change}}]`;
    const text = `{"format_version":"1.2","planned_values":{},"resource_drift":${drift}}`;
    expect(parsePlan(text).plan?.drift).toHaveLength(1);
  });
});
