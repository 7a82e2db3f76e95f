import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from './testing/temporary-folder.ts';
import { workspaceRoot } from './workspace-root.ts';

it('is the nearest folder above with an nx.json', async () => {
  const folder = await temporaryFolder({ 'nx.json': '{}', 'a/b/c': '' });
  expect(await workspaceRoot(join(folder, 'a', 'b'))).toBe(folder);
  await removeFolder(folder);
});

it('says that there is none', async () => {
  await expect(workspaceRoot('/')).rejects.toMatchObject({ code: 'workspace-missing' });
});
