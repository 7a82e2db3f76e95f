import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { startDockerRegistry } from '../../testing/docker-registry.ts';
import type { TestRegistry } from '../../testing/docker-registry.ts';
import { startEcrStub } from '../../testing/ecr-stub.ts';
import type { EcrStub } from '../../testing/ecr-stub.ts';
import { PROGRAM } from '../../testing/program-file.ts';
import { removeWorkspace } from '../../testing/server-workspace.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { testRepository } from '../../testing/test-repository.ts';
import type { PublishReport } from './publish-report.ts';

const NODE_MODULES = join(import.meta.dirname, '../../../../../node_modules');
const account = '111122223333';
let folder: string;
let registry: TestRegistry;
let ecr: EcrStub;

beforeAll(async () => {
  registry = await startDockerRegistry();
  const { host, credentials } = registry;
  ecr = await startEcrStub({ account, host, credentials });
});
afterAll(async () => {
  await ecr.stop();
  await registry.stop();
});

/** A workspace of its own with the two containers, whose commit no other test has. */
beforeEach(async () => {
  const container = (name: string) => ({
    [`${name}/project.json`]: JSON.stringify({ name, targets: { image: { command: 'true' } } }),
    [`${name}/Dockerfile`]: 'FROM scratch\nCOPY content /content\n',
    [`${name}/content`]: String(Math.random()),
  });
  folder = await temporaryFolder({
    'nx.json': '{ "neverConnectToCloud": true, "analytics": false }',
    'package.json': '{ "name": "publish-test", "private": true }',
    '.gitignore': 'node_modules\ndist\n.nx\n',
    ...container('server'),
    ...container('training'),
  });
  await symlink(NODE_MODULES, join(folder, 'node_modules'));
  await testRepository(folder, { date: new Date(Math.floor(Math.random() * 1e12)).toISOString() });
});
afterEach(async () => {
  await removeWorkspace(folder);
});

async function publish(...args: readonly string[]) {
  const env = { AWS_ENDPOINT_URL: ecr.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' };
  const command = [PROGRAM, 'publish', '--env', 'dev', '--no-ledger', '--json', ...args];
  const { stdout, stderr, exitCode } = await execa(process.execPath, command, { cwd: folder, env, reject: false });
  return { exitCode, stderr, report: JSON.parse(stdout) as PublishReport };
}

function results({ containers }: PublishReport): Record<string, string | undefined> {
  return Object.fromEntries(
    containers.map((published) => [
      published.container,
      published.outcome === 'published' ? published.image.pushed?.result : published.outcome,
    ]),
  );
}

describe('publish', () => {
  it('publishes what Nx says that changes affect, and sends nothing the second time', async () => {
    const { stdout: base } = await execa('git', ['-C', folder, 'rev-parse', 'HEAD']);
    await writeFile(join(folder, 'training', 'content'), String(Math.random()));
    await testRepository(folder);
    const planned = await publish('--base', base, '--dry-run');
    expect(results(planned.report)).toEqual({ training: 'planned' });
    const reports = [await publish('--base', base), await publish('--affected', '--base', base)];
    expect(reports.map(({ report }) => results(report))).toEqual([{ training: 'pushed' }, { training: 'up-to-date' }]);
    expect(results((await publish('--base', 'HEAD')).report)).toEqual({});
  });

  it.each(['nowhere', '--output=stolen', '$(touch stolen)'])('refuses the base %s', async (base) => {
    const { exitCode, report } = await publish(`--base=${base}`);
    expect({ exitCode, report }).toMatchObject({ exitCode: 3, report: { error: { code: 'git-unusable' } } });
    const { stdout } = await execa('git', ['-C', folder, 'status', '--porcelain']);
    expect(stdout).toBe('');
  });

  it('makes a tag of a branch whose name a shell would run', async () => {
    await writeFile(join(folder, 'README.md'), '');
    await removeFolder(join(folder, '.git'));
    await testRepository(folder, { branch: 'x/$(touch${IFS}stolen);`id`&|"\'' });
    const { exitCode, report } = await publish('server');
    const [published] = report.containers;
    const tags = published?.outcome === 'published' ? published.image.tags.map(({ name }) => name) : [];
    expect({ exitCode, tags }).toEqual({
      exitCode: 0,
      tags: [expect.stringMatching(/^feature-x-touch-IFS-stolen-id-[0-9a-f]{12}$/)],
    });
    const { stdout } = await execa('git', ['-C', folder, 'status', '--porcelain']);
    expect(stdout).toBe('');
  });

  it('is right for two publishers of one commit at once', async () => {
    const both = await Promise.all([publish('--all'), publish('--all')]);
    for (const { exitCode, stderr } of both) if (exitCode !== 0) throw new Error(stderr);
    expect(results((await publish('--all')).report)).toEqual({ server: 'up-to-date', training: 'up-to-date' });
  });

  it('publishes the others when one fails, and exits with its code', async () => {
    await writeFile(join(folder, 'server', 'Dockerfile'), 'FROM scratch\nCOPY none /\n');
    const { exitCode, report, stderr } = await publish('--all');
    expect({ exitCode, results: results(report) }).toEqual({
      exitCode: 1,
      results: { server: 'failed', training: 'pushed' },
    });
    expect(stderr).toMatch(/1 of 2 containers were not published to 'dev':\n {2}server: .*COPY none/);
  });
});
