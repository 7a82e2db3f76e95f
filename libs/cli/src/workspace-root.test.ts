import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { workspaceRoot } from './workspace-root.ts';

it('is the nearest folder above with an nx.json', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'workspace-')));
  await mkdir(join(folder, 'a', 'b'), { recursive: true });
  await writeFile(join(folder, 'nx.json'), '{}');
  expect(await workspaceRoot(join(folder, 'a', 'b'))).toBe(folder);
  await rm(folder, { recursive: true });
});

it('says that there is none', async () => {
  await expect(workspaceRoot('/')).rejects.toMatchObject({ code: 'workspace-missing' });
});
