import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePlan } from '../plan/parse-plan.ts';
import { NOW } from '../testing/plan-json.ts';
import { reviewPlans } from './review-plans.ts';

const actions: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.constantFrom(['no-op'], ['create'], ['update'], ['delete'], ['delete', 'create'], ['forget'], ['read']),
  fc.array(fc.string(), { maxLength: 3 }),
);
const type = fc.oneof(
  fc.constantFrom(
    'aws_ecr_repository',
    'aws_ecr_lifecycle_policy',
    'aws_ecr_repository_policy',
    'aws_ecr_replication_configuration',
    'aws_ecr_registry_scanning_configuration',
    'aws_iam_role',
    'aws_s3_bucket',
    'aws_kms_key',
  ),
  fc.string(),
);
const names = fc.constantFrom(
  'name',
  'policy',
  'rule',
  'replication_configuration',
  'assume_role_policy',
  '__proto__',
  'bucket',
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.constantFrom(
      null,
      true,
      1,
      '*',
      '{"Statement":[{}]}',
      '{"rules":[]}',
      '{"Statement":{"Effect":"Allow","Principal":"*"}}',
    ),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(names, fc.string()), tie('any'), { maxKeys: 4 }),
  ),
})).any;
const resource = fc.record(
  {
    address: fc.string(),
    type,
    mode: fc.constantFrom('managed', 'data'),
    previous_address: fc.string(),
    change: fc.record(
      { actions, before: value, after: value, after_unknown: value, before_sensitive: value, after_sensitive: value },
      { requiredKeys: ['actions'] },
    ),
  },
  { requiredKeys: ['address', 'type', 'change'] },
);

it('reviews anything that has the shape of a plan, and never calls a deleted repository ok', () => {
  fc.assert(
    fc.property(fc.array(resource, { maxLength: 4 }), fc.boolean(), (resource_changes, production) => {
      const text = JSON.stringify({ format_version: '1.2', resource_changes });
      const parsed = parsePlan(text);
      if (parsed.plan === undefined) throw new Error(parsed.problem.message);
      const stack = { stack: 'dev', plan: parsed.plan, production, stateBuckets: [] };
      const { verdict } = reviewPlans({ stacks: [stack], now: NOW });
      const deleted = resource_changes.some(
        ({ type: its, mode, change }) =>
          its === 'aws_ecr_repository' && mode !== 'data' && change.actions.includes('delete'),
      );
      if (deleted) expect(verdict).toBe('blocked');
    }),
    { numRuns: 200 },
  );
});

it('refuses or reads any text, and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parsePlan(text)).toHaveProperty('plan');
    }),
  );
});
