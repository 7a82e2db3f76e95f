import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CloudError } from '../cloud-error.ts';

/** The nearest folder at or above `start` that holds nx.json. @throws CloudError when there is none. */
export function findWorkspace(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'nx.json'))) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new CloudError(`no nx.json at or above "${start}"`, { fix: 'run the command inside the workspace' });
}
