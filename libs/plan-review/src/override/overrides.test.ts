import { describe, expect, it } from '@jest/globals';
import { parsePlan } from '../plan/parse-plan.ts';
import { reviewPlans } from '../review/review-plans.ts';
import { NOW, planText } from '../testing/plan-json.ts';
import type { Override } from './override.ts';
import { parseOverrides } from './parse-overrides.ts';

const override: Override = {
  rule: 'repository-destroyed',
  resource: 'aws_ecr_repository.it',
  reason: 'moved to another account, OPS-1',
  expires: '2026-06-30',
};

function review(...overrides: readonly Override[]) {
  const { plan } = parsePlan(planText([{ type: 'aws_ecr_repository', actions: ['delete'], before: { name: 'api' } }]));
  const stacks = [{ stack: 'prod', plan: plan!, production: true, stateBuckets: [] }];
  return reviewPlans({ stacks, overrides, now: NOW });
}

describe('an override', () => {
  it('makes what blocks a thing to look at, and says who decided, through its last day', () => {
    const { verdict, findings, stacks } = review(override);
    expect([verdict, stacks[0]?.verdict]).toEqual(['attention', 'attention']);
    expect(findings).toMatchObject([{ rule: 'repository-destroyed', override: { reason: override.reason } }]);
  });

  it('may name the stack with the resource', () => {
    expect(review({ ...override, resource: 'prod / aws_ecr_repository.it' }).verdict).toBe('attention');
    expect(review({ ...override, resource: 'dev / aws_ecr_repository.it' }).verdict).toBe('blocked');
  });

  it('that is expired blocks again, and is a finding itself', () => {
    const { verdict, findings } = review({ ...override, expires: '2026-06-29' });
    expect(verdict).toBe('blocked');
    expect(findings.map(({ rule }) => rule)).toEqual(['repository-destroyed', 'override-expired']);
  });

  it.each([{ rule: 'drift' }, { resource: 'aws_ecr_repository' }])('that fits nothing is a finding: %j', (other) => {
    expect(review({ ...override, ...other }).findings.map(({ rule }) => rule)).toContain('override-unused');
  });
});

describe('parseOverrides', () => {
  it('reads a list', () => {
    expect(parseOverrides(JSON.stringify({ overrides: [override] }))).toEqual({ overrides: [override] });
  });

  it.each([
    ['no JSON', '{'],
    ['no list', '{}'],
    ['no reason', JSON.stringify({ overrides: [{ ...override, reason: ' ' }] })],
    ['no last day', JSON.stringify({ overrides: [{ ...override, expires: 'never' }] })],
    ['a misspelt name', JSON.stringify({ overrides: [{ ...override, resources: '*' }] })],
  ])('refuses %s', (_, text) => {
    expect(parseOverrides(text)).toMatchObject({ overrides: undefined });
  });
});
