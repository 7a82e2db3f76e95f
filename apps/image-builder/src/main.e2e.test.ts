import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { SHELL_BASE } from './testing/docker-build-request.ts';
import { startDockerRegistry } from './testing/docker-registry.ts';
import type { TestRegistry } from './testing/docker-registry.ts';
import { startEcrStub } from './testing/ecr-stub.ts';
import type { EcrStub } from './testing/ecr-stub.ts';
import { PROGRAM } from './testing/program-file.ts';
import { removeWorkspace } from './testing/server-workspace.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { testRepository } from './testing/test-repository.ts';

const DEV = '111122223333';
let folder: string;
let registry: TestRegistry;
let ecr: EcrStub;

beforeAll(async () => {
  registry = await startDockerRegistry();
  ecr = await startEcrStub({ account: DEV, host: registry.host, credentials: registry.credentials });
});
afterAll(async () => {
  await ecr.stop();
  await registry.stop();
});
beforeEach(async () => {
  const Dockerfile = `FROM scratch\nCOPY a /a\n`;
  folder = await temporaryFolder({
    'nx.json': '{}',
    '.gitignore': 'dist\n',
    'server/Dockerfile': Dockerfile,
    'server/a': String(Math.random()),
  });
  await testRepository(folder, { date: new Date(Math.floor(Math.random() * 1e12)).toISOString() });
});
afterEach(async () => {
  await removeWorkspace(folder);
});

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const aws = { AWS_ENDPOINT_URL: ecr.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' };
  return execa(process.execPath, [PROGRAM, ...args], { cwd: folder, env: { ...aws, ...env }, reject: false });
}

interface Printed {
  readonly images: readonly {
    built?: { fresh: boolean };
    pushed?: { result: string; digest: string };
    imageId: string;
  }[];
  readonly error?: { code: string; message: string };
}

async function json(args: readonly string[]): Promise<{ exitCode: number | undefined; printed: Printed }> {
  const { stdout, exitCode } = await run([...args, '--json']);
  return { exitCode, printed: JSON.parse(stdout) as Printed };
}

describe('image-builder', () => {
  it('builds once, pushes once, and then has nothing to do', async () => {
    const built = await json(['build', 'server']);
    const again = await json(['build', 'server']);
    expect([built, again].map(({ printed }) => printed.images[0]?.built?.fresh)).toEqual([true, false]);
    const pushes = [await json(['push', 'server', '--env', 'dev']), await json(['push', 'server', '--env', 'dev'])];
    const [first, second] = pushes.map(({ printed }) => printed.images[0]);
    expect([first?.pushed?.result, second?.pushed?.result]).toEqual(['pushed', 'up-to-date']);
    expect(second?.pushed?.digest).toBe(first?.pushed?.digest);
    expect(first?.imageId).toBe(built.printed.images[0]?.imageId);
  });

  it('needs no record to see what the registry has', async () => {
    await json(['push', 'server', '--env', 'dev']);
    await rm(join(folder, 'dist'), { recursive: true });
    expect((await json(['push', 'server', '--env', 'dev'])).printed.images[0]?.pushed?.result).toBe('up-to-date');
  });

  it('only tags what a later commit did not change', async () => {
    await json(['push', 'server', '--env', 'dev']);
    await writeFile(join(folder, 'README.md'), 'new');
    await testRepository(folder);
    const { printed } = await json(['push', 'server', '--env', 'dev']);
    expect(printed.images[0]?.pushed?.result).toBe('tagged');
  });

  it('exits with 4 and both images when a tag is taken', async () => {
    await json(['push', 'server', '--env', 'dev']);
    // Another base or argument makes another image of the same commit.
    const { exitCode, printed } = await json(['push', 'server', '--env', 'dev', '--build-arg', 'A=1']);
    expect(exitCode).toBe(4);
    expect(printed).toMatchObject({ images: [], error: { code: 'tag-conflict' } });
    expect(printed.error?.message).toMatch(/there: sha256:[0-9a-f]{64} .*\n {2}ours: {2}not built/);
  });

  it('exits with 3 for credentials of another account', async () => {
    const { exitCode, printed } = await json(['push', 'server', '--env', 'prod']);
    expect({ exitCode, code: printed.error?.code }).toEqual({ exitCode: 3, code: 'wrong-account' });
  });

  it('exits with 1 and the step when a line of the Dockerfile fails', async () => {
    await writeFile(join(folder, 'server', 'Dockerfile'), 'FROM scratch\nCOPY none /\n');
    const { exitCode, stderr, stdout } = await run(['build', 'server']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /image-builder: .* was not built: step '.*COPY none \/' failed: [^]*\n {2}fix: mend that step/,
    );
    expect(stdout).toBe('');
  });

  it('exits with 2 and the known ones for an unknown container', async () => {
    const { exitCode, stderr } = await run(['build', 'web']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: "image-builder: there is no container 'web'\n  fix: use one of: server, training",
    });
  });

  it('exits with 3 and what to start when there is no engine', async () => {
    const { exitCode, stderr } = await run(['build', 'server'], { DOCKER_HOST: 'unix:///nowhere/docker.sock' });
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /no Docker engine answers at 'unix:\/\/\/nowhere\/docker.sock' \(ENOENT\)\n {2}fix: install Docker Engine/,
    );
  });

  it('builds with the engine of a Docker context', async () => {
    const context = createHash('sha256').update('ci').digest('hex');
    const file = join(folder, 'docker', 'contexts', 'meta', context, 'meta.json');
    await mkdir(dirname(file), { recursive: true });
    const docker = { Host: process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock', SkipTLSVerify: false };
    await writeFile(file, JSON.stringify({ Name: 'ci', Metadata: {}, Endpoints: { docker } }));
    const env = { DOCKER_HOST: '', DOCKER_CONFIG: join(folder, 'docker') };
    const built = await run(['build', 'server'], { ...env, DOCKER_CONTEXT: 'ci' });
    expect(built.stderr).toContain('build: the engine has no image of these inputs');
    expect(built.exitCode).toBe(0);
    const refused = await run(['build', 'server'], { ...env, DOCKER_CONTEXT: 'none' });
    expect(refused.stderr).toContain("there is no Docker context 'none'");
    expect(refused.exitCode).toBe(3);
  });

  it('exits with 3 outside a git repository', async () => {
    const repository = join(folder, '.git');
    await rename(repository, `${repository}-away`);
    const { exitCode, stderr } = await run(['build', 'server']);
    await rename(`${repository}-away`, repository);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/is no git work tree/);
  });

  it('exits with 130 after Ctrl-C in a build', async () => {
    await writeFile(join(folder, 'server', 'Dockerfile'), `FROM ${SHELL_BASE}\nRUN echo running && sleep 100000\n`);
    const build = execa(process.execPath, [PROGRAM, 'build', 'server'], { cwd: folder, reject: false });
    // The loop goes on to the end of the output, which comes only when the program ends.
    for await (const line of build.iterable({ from: 'stderr' })) if (line.endsWith('| running')) build.kill('SIGINT');
    const ended = await build;
    expect(ended.exitCode).toBe(130);
    expect(ended.stderr).toContain('image-builder: interrupted');
  });
});
