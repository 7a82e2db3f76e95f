import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { codeBlocks } from './code-blocks.ts';

const FOLDER = join(import.meta.dirname, '../../docs/runbooks');
const read = (page: string) => readFileSync(join(FOLDER, page), 'utf8');
const pages = globSync('*.md', { cwd: FOLDER })
  .map((page) => basename(page))
  .filter((page) => page !== 'README.md')
  .sort();

describe('the runbooks', () => {
  it('are all in the list, and no others', () => {
    const listed = [...read('README.md').matchAll(/^\| .* \| \[[\w-]+\.md\]\((?<page>[\w-]+\.md)\) \|$/gm)];
    expect(listed.map(([, page]) => page).sort()).toEqual(pages);
    expect(pages).toHaveLength(8);
  });

  it.each(pages)('%s has commands, and says what should be seen', (page) => {
    expect(codeBlocks(read(page), 'sh')).not.toEqual([]);
    expect(read(page)).toMatch(/\byou see\b/i);
  });
});
