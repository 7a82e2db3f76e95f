import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { testRepository } from '../testing/test-repository.ts';
import { CommandGit } from './command-git.ts';
import { sourceUrl } from './source-url.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ a: 'a' });
});
afterEach(async () => {
  await removeFolder(folder);
});
const git = new CommandGit(undefined);

describe('CommandGit', () => {
  it('reads commit, branch, date and state', async () => {
    await testRepository(folder, { branch: 'feature/x', date: '2026-03-01T10:00:00+02:00' });
    const facts = await git.facts(folder);
    expect(facts).toMatchObject({
      branch: 'feature/x',
      dirty: false,
      committedAt: '2026-03-01T10:00:00+02:00',
      source: undefined,
      tags: [],
    });
    expect(facts.commit).toMatch(/^[0-9a-f]{40}$/);
  });

  it('reads the tags of the commit, and no others', async () => {
    await testRepository(folder);
    await execa('git', ['-C', folder, 'tag', 'v1.0.0']);
    await writeFile(join(folder, 'a'), 'b');
    await testRepository(folder);
    for (const tag of ['v1.1.0', 'server@2.0.0']) await execa('git', ['-C', folder, 'tag', tag]);
    expect((await git.facts(folder)).tags).toEqual(['server@2.0.0', 'v1.1.0']);
  });

  it('sees changed and new files', async () => {
    await testRepository(folder);
    await writeFile(join(folder, 'new'), '');
    expect((await git.facts(folder)).dirty).toBe(true);
  });

  it('names the branch of a detached commit by what CI says', async () => {
    await testRepository(folder);
    await execa('git', ['-C', folder, 'checkout', '-q', '--detach']);
    expect((await git.facts(folder)).branch).toBe('detached');
    expect((await new CommandGit('main').facts(folder)).branch).toBe('main');
  });

  it('says that there is no repository', async () => {
    await expect(git.facts(folder)).rejects.toMatchObject({
      code: 'git-unusable',
      message: expect.stringContaining(folder) as unknown,
    });
  });

  it('says that there is no commit', async () => {
    await execa('git', ['-C', folder, 'init', '-q']);
    await expect(git.facts(folder)).rejects.toMatchObject({
      code: 'git-unusable',
      message: expect.stringContaining('has no commit') as unknown,
    });
  });
});

it.each([
  ['git@github.com:acme/slipway.git', 'https://github.com/acme/slipway'],
  ['https://me:fake@github.com/acme/slipway.git', 'https://github.com/acme/slipway'],
  ['https://me:f@ke@github.com/acme/slipway.git', 'https://github.com/acme/slipway'],
  ['ssh://git@git.test:2222/acme/slipway', 'https://git.test/acme/slipway'],
  ['/srv/git/slipway.git', undefined],
  ['../slipway', undefined],
])('makes a web address of %s', (remote, url) => {
  expect(sourceUrl(remote)).toBe(url);
});
