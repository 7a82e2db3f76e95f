import { afterEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { developCommit, testSpecs, testWorld } from '../testing/test-world.ts';
import { runPush } from '../commands/push/run-push.ts';
import { containerTags } from './container-tags.ts';

const container = { name: 'api', context: 'api', repository: 'shop/api' };
let workspace = '';
afterEach(async () => {
  await removeFolder(workspace);
});

async function withTags(tags?: object): Promise<string> {
  const config = tags === undefined ? {} : { 'api/image.json': JSON.stringify({ tags }) };
  workspace = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\n', ...config });
  return workspace;
}

async function namesIn(environment: string | undefined, tags?: object): Promise<string[]> {
  const world = { workspace: await withTags(tags), specs: { ...testSpecs, staging: testSpecs.dev } };
  const facts = { container, git: developCommit, inputsHash: 'f'.repeat(64), world };
  return (await containerTags({ ...facts, ...(environment === undefined ? {} : { environment }) })).map(
    ({ name }) => name,
  );
}

describe('containerTags', () => {
  it('goes by the branch where image.json says nothing', async () => {
    expect(await namesIn('dev')).toEqual(['dev-0123456789ab', 'dev-latest']);
  });

  it('goes by the rules of the environment, else by the default', async () => {
    const tags = { default: 'commit', environments: { staging: ['staging-{sha}', { pattern: 'next', moving: true }] } };
    expect(await namesIn('staging', tags)).toEqual(['staging-0123456789ab', 'next']);
    expect(await namesIn('dev', tags)).toEqual([developCommit.commit]);
    expect(await namesIn(undefined, tags)).toEqual([developCommit.commit]);
    expect(await namesIn('toString', tags)).toEqual([developCommit.commit]);
  });

  it('says what to do for a commit that gets no tag', async () => {
    await expect(namesIn('prod', { environments: { prod: 'semver' } })).rejects.toMatchObject({
      code: 'configuration-invalid',
      message: expect.stringMatching(/^'api' gets no tag in 'prod': .*'develop' at 0123456789ab/) as unknown,
      fix: expect.stringContaining('git tag v1.2.3') as unknown,
    });
  });

  it.each([
    ['an unknown preset', { default: 'calver' }, /default/],
    [
      'an unknown placeholder',
      { environments: { prod: ['{tag}'] } },
      /unknown placeholder '\{tag\}'[^]*environments\.prod/,
    ],
    [
      'latest as a tag that stays',
      { environments: { prod: ['{sha}', 'latest'] } },
      /'latest' is taken once the next commit/,
    ],
    ['an unknown field', { default: [{ pattern: '{sha}', move: true }] }, /move/],
  ])('refuses %s', async (_, tags, message) => {
    await expect(namesIn('dev', tags)).rejects.toMatchObject({
      code: 'configuration-invalid',
      message: expect.stringMatching(message) as unknown,
    });
  });
});

it('never moves latest in production, whatever the rules say', async () => {
  const rules = ['{version}', '{version}-{sha}', { pattern: 'latest', moving: true }];
  await withTags({ environments: { prod: rules } });
  const { world, prod } = testWorld(workspace, { ...developCommit, tags: ['v1.2.3'] });
  await runPush({ containers: ['api'], environment: 'prod', buildArgs: {}, recordDir: 'records' }, world);
  expect(Object.keys(prod.tagged)).toEqual(['1.2.3', '1.2.3-0123456789ab']);
});
