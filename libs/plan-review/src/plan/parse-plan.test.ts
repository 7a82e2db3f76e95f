import { describe, expect, it } from '@jest/globals';
import { planText } from '../testing/plan-json.ts';
import { parsePlan } from './parse-plan.ts';

function problemOf(text: string): string | undefined {
  const parsed = parsePlan(text);
  return parsed.plan === undefined ? parsed.problem.message : undefined;
}

describe('parsePlan', () => {
  it.each([
    ['nothing', '', /no JSON/],
    ['a truncated plan', planText([{ type: 'aws_ecr_repository' }]).slice(0, -9), /only the beginning/],
    ['another document', '{"name":"slipway"}', /no "format_version"/],
    ['a list', '[]', /no "format_version"/],
    ['a newer format', '{"format_version":"2.0"}', /"2\.0", not 1\.x/],
    ['an older format', '{"format_version":"0.1"}', /"0\.1", not 1\.x/],
    ['a state', '{"format_version":"1.0","values":{}}', /perhaps a state/],
    ['changes that are none', '{"format_version":"1.2","resource_changes":[{"address":1}]}', /this is no plan/],
  ])('refuses %s and says why', (_, text, message) => {
    expect(problemOf(text)).toMatch(message);
  });

  // https://developer.hashicorp.com/terraform/internals/json-format#change-representation
  it.each([
    [['no-op'], 'none'],
    [['create'], 'create'],
    [['read'], 'read'],
    [['update'], 'update'],
    [['delete', 'create'], 'replace'],
    [['create', 'delete'], 'replace'],
    [['delete'], 'destroy'],
    [['forget'], 'forget'],
    [['explode'], 'unfamiliar'],
    [['toString'], 'unfamiliar'],
    [[], 'unfamiliar'],
  ])('reads the actions %j as %s', (actions, kind) => {
    expect(parsePlan(planText([{ type: 'a', actions }])).plan?.changes[0]?.kind).toBe(kind);
  });

  it('knows moves, imports, deposed objects and what forces a replacement', () => {
    const text = planText([
      {
        type: 'aws_ecr_repository',
        more: { previous_address: 'aws_ecr_repository.old', deposed: 'abcd1234' },
      },
    ]);
    const plan = JSON.parse(text) as { resource_changes: { change: object }[] };
    Object.assign(plan.resource_changes[0]!.change, { importing: {}, replace_paths: [['rule', 0, 'name']] });
    expect(parsePlan(JSON.stringify(plan)).plan?.changes[0]).toMatchObject({
      previousAddress: 'aws_ecr_repository.old',
      deposed: 'abcd1234',
      importId: 'unknown',
      replacePaths: [['rule', 0, 'name']],
    });
  });

  it('takes what later minor versions add, and a byte order mark', () => {
    expect(problemOf(`\uFEFF${planText([], { format_version: '1.9', new_part: [] })}`)).toBeUndefined();
  });
});
