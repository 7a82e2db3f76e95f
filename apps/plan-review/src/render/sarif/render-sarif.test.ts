import { describe, expect, it } from '@jest/globals';
import { fixture } from '../../testing/plans.ts';
import { runProgram } from '../../testing/run-program.ts';
import { testWorld } from '../../testing/test-world.ts';

interface Sarif {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly suppressions?: readonly { readonly kind: string }[];
      }[];
    },
  ];
}

/** OASIS, "SARIF Version 2.1.0", and GitHub, "SARIF support for code scanning". */
describe('the review as SARIF', () => {
  it('has a result for each finding, with its rule, level and file', async () => {
    const overrides = [
      { rule: 'scanning-off', resource: 'aws_ecr_repository.api', reason: 'OPS-1', expires: '2026-12-31' },
    ];
    const files = { 'plans/prod.json': await fixture('hardening-off'), 'o.json': JSON.stringify({ overrides }) };
    const { world } = testWorld(files);
    const args = ['plans/prod.json', '--format', 'sarif', '--overrides', 'o.json'];
    const { version, runs } = JSON.parse((await runProgram(args, world)).printed) as Sarif;
    const [{ tool, results }] = runs;
    expect(version).toBe('2.1.0');
    expect(tool.driver.name).toBe('plan-review');
    expect(results).toMatchObject([
      {
        ruleId: 'immutability-off',
        level: 'error',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'plans/prod.json' } } }],
      },
      { ruleId: 'scanning-off', suppressions: [{ kind: 'external' }] },
    ]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });
});
