import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { parseStartTicks, startTicks } from './start-ticks.ts';

it('reads field 22, whatever the name of the program is', () => {
  const numbers = '1 1 1 0 -1 4194560 1 0 0 0 7 3 0 0 20 0 1 0 987654 5000 100';
  expect(parseStartTicks(`42 (odd) S name) S ${numbers}`)).toBe('987654');
});

it('counts a process that only waits to be collected as gone', () => {
  expect(parseStartTicks('42 (done) Z 1 1 1 0 -1 4194560 1 0 0 0 7 3 0 0 20 0 1 0 987654 0 0')).toBeUndefined();
});

it('tells a running process from an ended one', async () => {
  expect(await startTicks(process.pid)).toMatch(/^\d+$/);
  const child = spawn('true');
  await once(child, 'close');
  expect(await startTicks(child.pid ?? 0)).toBeUndefined();
});
