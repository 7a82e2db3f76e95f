import { describe, expect, it } from '@jest/globals';
import { testDigest, testEntry } from '@slipway/deployments/testing';
import { runProgram } from '../../testing/run-program.ts';
import { testWorld } from '../../testing/test-world.ts';
import type { HistoryReport } from './run-history.ts';

const ARGS = ['history', 'api', '--env', 'dev'];

async function setting() {
  const { world, ledgers } = testWorld('/nowhere');
  const entries = [
    testEntry({ container: 'api', sequence: 1 }),
    testEntry({
      container: 'api',
      sequence: 2,
      digest: testDigest('b'),
      previous: testDigest('a'),
      note: 'a | b\u001b[31m',
    }),
    testEntry({ container: 'api', sequence: 3, action: 'test', tags: [] }),
  ];
  for (const entry of entries) await ledgers.dev.append(entry);
  return { world, entries };
}

describe('history', () => {
  it('gives programs every entry, the newest first, and what is released now', async () => {
    const { world, entries } = await setting();
    const { printed } = await runProgram([...ARGS, '--json'], world);
    expect(JSON.parse(printed)).toEqual({
      schemaVersion: 1,
      environment: 'dev',
      container: 'api',
      current: testDigest('b'),
      total: 3,
      entries: [...entries].reverse(),
    });
  });

  it('shows people a table, without what a terminal would obey', async () => {
    const { world } = await setting();
    const { printed } = await runProgram(ARGS, world);
    expect(printed).toContain(`Released now: ${testDigest('b')} (3 of 3 entries)`);
    expect(printed).toContain('after sha256:aaaaaaaaaaaa');
    expect(printed).not.toContain('\u001b');
  });

  it('shows the newest entries alone, in Markdown', async () => {
    const { world } = await setting();
    const { printed } = await runProgram([...ARGS, '--limit', '2', '--markdown'], world);
    expect(printed.split('\n').filter((line) => /^\| \d/.test(line))).toHaveLength(2);
    expect(printed).toContain(String.raw`a \| b`);
  });

  it('says that there is none yet', async () => {
    const { world } = testWorld('/nowhere');
    expect((await runProgram(ARGS, world)).printed).toContain('None yet.');
    const { printed } = await runProgram([...ARGS, '--json'], world);
    expect(JSON.parse(printed) as HistoryReport).not.toHaveProperty('current');
  });

  it.each([
    [['--limit', '0'], /no count of 1 or more/],
    [['--limit', 'x'], /no count/],
    [['--json', '--markdown'], /cannot be used/],
  ])('refuses the flags %j', async (flags, message) => {
    const { world } = testWorld('/nowhere');
    expect((await runProgram([...ARGS, ...flags], world)).complaints).toMatch(message);
  });

  it('refuses an environment and a container that are not there', async () => {
    const { world } = testWorld('/nowhere');
    expect((await runProgram(['history', 'api', '--env', 'x'], world)).failure?.code).toBe('unknown-environment');
    expect((await runProgram(['history', 'web', '--env', 'dev'], world)).failure?.code).toBe('unknown-container');
  });
});
