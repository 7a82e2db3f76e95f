import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { workspaceRoot } from '@slipway/cli';
import { removeImages } from './remove-images.ts';
import { removeFolder, temporaryFolder } from './temporary-folder.ts';
import { testRepository } from './test-repository.ts';

/** What the tools of Python leave behind in a folder. */
const LEFT_BEHIND = /\/(?:\.venv|\.\w+_cache|__pycache__)$/;

/** A workspace of its own with the real `server`, and whatever else it is given. */
export async function serverWorkspace(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder({ 'nx.json': '{}', '.gitignore': 'dist\n', ...files });
  const server = join(await workspaceRoot(import.meta.dirname), 'server');
  await cp(server, join(folder, 'server'), { recursive: true, filter: (path) => !LEFT_BEHIND.test(path) });
  await testRepository(folder);
  return folder;
}

/** Removes a workspace, and what was built of its commits: not the images of others, of the same container. */
export async function removeWorkspace(folder: string): Promise<void> {
  const { stdout } = await execa('git', ['-C', folder, 'rev-list', '--all']);
  for (const commit of stdout.split('\n')) await removeImages(`org.opencontainers.image.revision=${commit}`);
  await removeFolder(folder);
}
