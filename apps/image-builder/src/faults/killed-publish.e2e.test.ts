import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import type { PublishReport } from '../commands/publish/publish-report.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { startEcrStub } from '../testing/ecr-stub.ts';
import type { EcrStub } from '../testing/ecr-stub.ts';
import { startFaultyRegistry } from '../testing/faulty-registry.ts';
import type { FaultyRegistry } from '../testing/faulty-registry.ts';
import { PROGRAM } from '../testing/program-file.ts';
import { removeImages } from '../testing/remove-images.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { testRepository } from '../testing/test-repository.ts';

let folder: string;
let registry: TestRegistry;
let faulty: FaultyRegistry;
let ecr: EcrStub;
let commit: string;

beforeAll(async () => {
  registry = await startDockerRegistry();
  faulty = await startFaultyRegistry(registry.host);
  ecr = await startEcrStub({ account: '111122223333', host: faulty.host, credentials: registry.credentials });
});
afterAll(async () => {
  await ecr.stop();
  await faulty.stop();
  await registry.stop();
});

/** A workspace whose commit, and so whose tag, no other test has. */
beforeEach(async () => {
  folder = await temporaryFolder({
    'nx.json': '{}',
    '.gitignore': 'dist\n',
    'server/Dockerfile': 'FROM scratch\nCOPY content /content\n',
    'server/content': String(Math.random()),
  });
  await testRepository(folder);
  commit = (await execa('git', ['-C', folder, 'rev-parse', 'HEAD'])).stdout;
});
afterEach(async () => {
  await removeImages(`org.opencontainers.image.revision=${commit}`);
  await removeFolder(folder);
});

function publish() {
  const env = { AWS_ENDPOINT_URL: ecr.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' };
  const command = [PROGRAM, 'publish', 'server', '--env', 'dev', '--no-ledger', '--json'];
  return execa(process.execPath, command, { cwd: folder, env, reject: false });
}

describe('publish, killed by SIGKILL while the registry is at', () => {
  it.each(['upload start', 'commit', 'tag'] as const)('the step "%s", is completed by the next run', async (step) => {
    const killed = publish();
    faulty.inject({ step, kind: 'stall' });
    await Promise.race([faulty.reached(), killed.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
    process.kill(killed.pid ?? NaN, 'SIGKILL');
    expect((await killed).signal).toBe('SIGKILL');
    faulty.inject({ step, kind: 'stall', times: 0 });
    const { stdout, exitCode } = await publish();
    const { containers } = JSON.parse(stdout) as PublishReport;
    expect({ exitCode, containers }).toMatchObject({
      exitCode: 0,
      containers: [{ outcome: 'published', image: { pushed: { result: 'pushed' } } }],
    });
  });
});
