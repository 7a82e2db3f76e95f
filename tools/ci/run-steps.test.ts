import { describe, expect, it } from '@jest/globals';
import { exitCodeOf } from './outcome.ts';
import { runSteps } from './run-steps.ts';
import type { Step } from './step.ts';
import { markdownSummary, textSummary } from './summary.ts';
import { fakeMachine } from './testing/fake-machine.ts';

const STEPS = [
  { name: 'one', command: ['one'] },
  { name: 'two', command: ['two'], cloud: 'dev' },
  { name: 'three', command: ['three'] },
] as const satisfies readonly Step[];

describe('runSteps', () => {
  it('gives a step what it needs of the cloud, and no other', async () => {
    const { machine, needed, ran } = fakeMachine();
    const outcomes = await runSteps(STEPS, 'stop', machine);
    expect(ran).toEqual(['one', 'two', 'three']);
    expect(needed).toEqual([undefined, 'dev', undefined]);
    expect(outcomes.map(({ result }) => result)).toEqual(['passed', 'passed', 'passed']);
    expect(exitCodeOf(outcomes, false)).toBe(0);
  });

  it('runs nothing after a failure, and has its exit code', async () => {
    const { machine, ran } = fakeMachine({ two: 5, three: 4 });
    const outcomes = await runSteps(STEPS, 'stop', machine);
    expect(ran).toEqual(['one', 'two']);
    expect(outcomes.map(({ result }) => result)).toEqual(['passed', 'failed', 'not run']);
    expect(exitCodeOf(outcomes, false)).toBe(5);
    expect(textSummary(outcomes)).toContain('two: failed with exit code 5');
  });

  it('tells what a step found from a step that failed', async () => {
    const steps = [
      { name: 'drift:dev', command: ['look', 'dev'], verdicts: { 5: 'there is drift' } },
      { name: 'drift:prod', command: ['look', 'prod'], verdicts: { 5: 'there is drift' } },
    ] as const;
    const { machine, said } = fakeMachine({ 'look dev': 5, 'look prod': 3 });
    const outcomes = await runSteps(steps, 'go on', machine);
    expect(said).toEqual(
      expect.arrayContaining(['<< drift:dev: there is drift (exit code 5)', '<< drift:prod: failed with exit code 3']),
    );
    expect(textSummary(outcomes)).toContain('drift:dev: there is drift (exit code 5)');
    expect(markdownSummary('nightly', outcomes)).toContain('| drift:prod | failed with exit code 3 |');
    expect(exitCodeOf(outcomes, false)).toBe(5);
  });

  it('goes on after a failure where the pipeline says so, and has the exit code of the first', async () => {
    const { machine, ran } = fakeMachine({ one: 4, three: 5 });
    const outcomes = await runSteps(STEPS, 'go on', machine);
    expect(ran).toEqual(['one', 'two', 'three']);
    expect(exitCodeOf(outcomes, false)).toBe(4);
  });

  it('goes on after a finding, and not after a failure, where the pipeline says so', async () => {
    const steps = [
      { name: 'plan:dev', command: ['plan', 'dev'], verdicts: { 5: 'the plan is blocked' } },
      { name: 'plan:prod', command: ['plan', 'prod'], verdicts: { 5: 'the plan is blocked' } },
      { name: 'review', command: ['review'] },
    ] as const;
    const blocked = fakeMachine({ 'plan dev': 5 });
    expect(exitCodeOf(await runSteps(steps, 'stop unless found', blocked.machine), false)).toBe(5);
    expect(blocked.ran).toEqual(['plan dev', 'plan prod', 'review']);
    const failed = fakeMachine({ 'plan dev': 3 });
    expect(exitCodeOf(await runSteps(steps, 'stop unless found', failed.machine), false)).toBe(3);
    expect(failed.ran).toEqual(['plan dev']);
  });

  it('runs nothing after Ctrl-C', async () => {
    const { machine, ran } = fakeMachine({}, 1);
    const outcomes = await runSteps(STEPS, 'go on', machine);
    expect(ran).toEqual(['one']);
    expect(exitCodeOf(outcomes, true)).toBe(130);
  });

  it('needs no cloud for what has nothing to do', async () => {
    const { machine, needed } = fakeMachine();
    const outcomes = await runSteps([{ name: 'plan', idle: 'no environment affected' }], 'stop', machine);
    expect(needed).toEqual([]);
    expect(textSummary(outcomes)).toContain('nothing is affected');
    expect(markdownSummary('pr', outcomes)).toContain('| plan | nothing to do, no environment affected |');
  });
});
