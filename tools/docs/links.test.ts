import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { anchors, localLinks } from './links.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = ['README.md', '{tools,e2e,server,training}/README.md', '{apps,libs}/*/README.md', 'docs/**/*.md'];
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('a text', () => {
  const text = [
    '# One: `two`',
    '[a](a.md), [b](../b#c)',
    '[d](#e) [f](https://f.example)',
    '```sh',
    '# no [g](h)',
    '```',
  ];

  it('has links into the repository', () => {
    expect(localLinks(`${text.join('\n')}\n\`[i](j)\``)).toEqual(['a.md', '../b#c', '#e']);
  });

  // GitHub documentation, "Basic writing and formatting syntax": section links.
  it('has an anchor for each heading', () => {
    expect(anchors(text.join('\n'))).toEqual(['one-two']);
  });
});

describe('the documents', () => {
  const links = globSync(DOCUMENTS, { cwd: ROOT }).flatMap((document) =>
    localLinks(read(document)).map((link) => ({ document, link })),
  );

  it('lead to files, folders and headings that are there', () => {
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter(({ document, link }) => !leadsSomewhere(document, link))).toEqual([]);
  });
});

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : join(document, '..', path);
  if (!existsSync(join(ROOT, target))) return false;
  if (anchor === undefined) return true;
  return statSync(join(ROOT, target)).isFile() && anchors(read(target)).includes(anchor);
}
