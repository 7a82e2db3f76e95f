import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { withCloudLock } from './with-cloud-lock.ts';

const lock = join(import.meta.dirname, 'with-cloud-lock.ts');

it('lets one action run at a time, and the next one when it failed', async () => {
  const log: string[] = [];
  const action = (name: string) => async (): Promise<void> => {
    log.push(`${name} begins`);
    await sleep(50);
    log.push(`${name} ends`);
    if (name === 'a') throw new Error('a failed');
  };
  const onWait = (): void => void log.push('waits');
  const first = withCloudLock({ root: '/test/one', onWait }, action('a'));
  const second = withCloudLock({ root: '/test/one', onWait }, action('b'));
  await expect(first).rejects.toThrow('a failed');
  await second;
  expect(log.filter((line) => line !== 'waits')).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(log).toContain('waits');
});

it('does not hold up another cloud', async () => {
  const inner = withCloudLock({ root: '/test/two', onWait: () => undefined }, () =>
    withCloudLock({ root: '/test/three', onWait: () => undefined }, () => Promise.resolve('both')),
  );
  expect(await inner).toBe('both');
});

it('is free again when its holder was killed', async () => {
  const script = `import { withCloudLock } from ${JSON.stringify(lock)};
await withCloudLock({ root: '/test/four', onWait() {} }, async () => { console.log('held'); await new Promise(() => setInterval(() => {}, 1000)); });`;
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, NODE_OPTIONS: undefined },
  });
  await once(holder.stdout, 'data');
  const waited = withCloudLock({ root: '/test/four', onWait: () => void holder.kill('SIGKILL') }, () =>
    Promise.resolve('mine'),
  );
  expect(await waited).toBe('mine');
});
