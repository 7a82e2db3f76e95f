import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { startTicks } from './start-ticks.ts';
import { stopProcess } from './stop-process.ts';

async function sleeper(script: string): Promise<{ pid: number; startTicks: string; ended: Promise<unknown[]> }> {
  const child = spawn('sh', ['-c', `${script} echo ready; while :; do sleep 0.05; done`]);
  await once(child.stdout, 'data');
  const pid = child.pid ?? 0;
  return { pid, startTicks: (await startTicks(pid)) ?? '', ended: once(child, 'exit') };
}

it('ends a process that listens', async () => {
  const process = await sleeper('');
  await stopProcess({ ...process, patience: 5 });
  expect(await process.ended).toEqual([null, 'SIGTERM']);
});

it('forces one that does not', async () => {
  const process = await sleeper("trap '' TERM;");
  await stopProcess({ ...process, patience: 0.2 });
  expect(await process.ended).toEqual([null, 'SIGKILL']);
});

it('never touches a later process with the same number', async () => {
  const process = await sleeper('');
  await stopProcess({ ...process, startTicks: '1', patience: 0.2 });
  expect(await startTicks(process.pid)).toBe(process.startTicks);
  await stopProcess({ ...process, patience: 5 });
});
