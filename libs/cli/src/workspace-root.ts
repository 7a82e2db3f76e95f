import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from './failure.ts';

/** The nearest folder above (or at) `from` that holds an nx.json. @throws Failure `workspace-missing` */
export async function workspaceRoot(from: string): Promise<string> {
  for (let folder = from; ; folder = dirname(folder)) {
    if (await exists(join(folder, 'nx.json'))) return folder;
    if (dirname(folder) === folder) break;
  }
  throw new Failure({
    code: 'workspace-missing',
    message: `'${from}' is not inside a workspace: no folder above it holds an nx.json`,
    fix: 'run the command inside the repository',
  });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
