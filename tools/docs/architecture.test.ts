import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { diagramFolders } from './diagram-folders.ts';

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

describe('docs/architecture.md', () => {
  it('draws folders that are there', () => {
    const folders = diagramFolders(page);
    expect(folders.length).toBeGreaterThan(8);
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder)))).toEqual([]);
  });

  // They are the words that commands and files use; each is said once.
  it.each(['adopt', 'drift', 'gate', 'ledger', 'override', 'promotion', 'record', 'release', 'saved plan', 'verdict'])(
    'says what "%s" means',
    (word) => {
      expect(page.split(`**${word}**: `)).toHaveLength(2);
    },
  );
});

describe('a diagram', () => {
  it('has the folders of its square nodes, and none of other shapes', () => {
    const text = '```mermaid\nflowchart LR\n  A["libs/a"] -- x --> B["apps/b, apps/c"]\n  B --> C([AWS])\n```\nD["no"]';
    expect(diagramFolders(text)).toEqual(['libs/a', 'apps/b', 'apps/c']);
  });
});
