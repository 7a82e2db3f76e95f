import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { askWorkers } from './ask-workers.ts';

let folder = '';
afterEach(async () => {
  await removeFolder(folder);
});

async function ask(script: string): Promise<unknown> {
  folder = await temporaryFolder({ buildctl: `#!/bin/sh\n${script}\n` });
  const place = { address: 'tcp://me:fake-secret@buildkit.test:1234', program: join(folder, 'buildctl') };
  return askWorkers(place, 'linux/amd64')().catch((error: unknown) => error);
}

it('reads the platforms of all workers, each once', async () => {
  // shortened from buildctl 0.13.2
  const worker =
    '{"id":"a","platforms":[{"architecture":"amd64","os":"linux"},{"architecture":"arm64","os":"linux","variant":"v8"}]}';
  expect(await ask(`echo '[${worker},${worker}]'`)).toEqual({
    address: 'tcp://****@buildkit.test:1234',
    platform: 'linux/amd64',
    platforms: ['linux/amd64', 'linux/arm64/v8'],
  });
});

it.each([
  [
    'no answer',
    'echo "error: failed to list workers: Unavailable: connection error" >&2; exit 1',
    'engine-unreachable',
  ],
  ['no JSON', 'echo ID PLATFORMS', 'engine-failed'],
])('says that there is %s', async (_, script, code) => {
  const failure = await ask(script);
  expect(failure).toMatchObject({ code });
  expect(String(failure)).not.toContain('fake-secret');
});
