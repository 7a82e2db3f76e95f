import { tmpdir } from 'node:os';
import { expect, it } from '@jest/globals';
import { checkMachine } from './check-machine.ts';

it('refuses a disk that is too full, with numbers and a way out', async () => {
  await expect(checkMachine({ folder: tmpdir(), space: 1e18 })).rejects.toMatchObject({
    message: expect.stringMatching(/has \d+\.\d GB of free space and needs 1000000000\.0 GB/),
    fix: expect.stringContaining('--folder'),
  });
});

it('is content with one that is not', async () => {
  await expect(checkMachine({ folder: tmpdir(), space: 1 })).resolves.toBeUndefined();
});
