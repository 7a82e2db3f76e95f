import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, run } from './workspace.ts';

/** Run by other tests, or the test run itself. */
const ELSEWHERE = ['npm ci', 'npm start', 'npm test', 'npm run test:unit'];

let readme = '';
beforeAll(async () => {
  readme = await readFile(join(ROOT, 'README.md'), 'utf8');
});

function shellBlocks(): string[] {
  return [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block.trim());
}

describe('the README', () => {
  it('shows commands that work, in the order given and in one shell', async () => {
    const commands = shellBlocks()
      .flatMap((block) => block.split('\n'))
      .filter((line) => !ELSEWHERE.includes(line));
    expect(commands.length).toBeGreaterThan(5);
    const { exitCode, all } = await run(['bash', '-ec', commands.join('\n')], {
      environment: { CDKTF_AUTO_APPROVE: 'true' },
    });
    expect({ exitCode, all }).toMatchObject({ exitCode: 0 });
  });

  it('has at most 120 lines', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(120);
  });

  it('names every folder at the top', async () => {
    const { stdout } = await run(['git', 'ls-tree', '-d', '--name-only', 'HEAD']);
    const folders = stdout.split('\n').filter((folder) => folder !== '' && !folder.startsWith('.'));
    const unnamed = folders.filter((folder) => !readme.includes(`${folder}/`));
    expect(unnamed).toEqual([]);
  });
});
