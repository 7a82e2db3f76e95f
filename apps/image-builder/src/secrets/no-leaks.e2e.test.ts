import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ImageRecord } from '@slipway/images';
import Docker from 'dockerode';
import { execa } from 'execa';
import { collect } from '../testing/collect.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { startEcrStub } from '../testing/ecr-stub.ts';
import type { EcrStub } from '../testing/ecr-stub.ts';
import { loadTinyBase } from '../testing/load-tiny-base.ts';
import { PROGRAM } from '../testing/program-file.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { removeWorkspace } from '../testing/server-workspace.ts';
import { testRepository } from '../testing/test-repository.ts';
import { serve } from '../testing/serve.ts';
import type { ScriptedServer } from '../testing/serve.ts';

const account = '111122223333';
const BASE = 'slipway-test/tiny:no-leaks';
/** Where secrets come from, and what they are. The registry's password is `fake-password`. */
const secrets = {
  AWS_SECRET_ACCESS_KEY: 'fake-aws-secret-key',
  AWS_SESSION_TOKEN: 'fake-aws-session-token',
  COSIGN_PASSWORD: 'fake-cosign-password',
  COSIGN_PRIVATE_KEY: 'fake-cosign-private-key',
  PIP_INDEX_URL: 'http://me:fake-pip-password@127.0.0.1:1/simple',
};
const LOGIN = Buffer.from('AWS:fake-password').toString('base64');
/** All of them begin alike, as they are or in base64, which knows three ways to begin a word inside a text. */
const SECRET = new RegExp(`fake-(?:aws|cosign|pip|git|docker|password)|${LOGIN}|${base64Of('fake-pass').join('|')}`);
const GIT_REMOTE = 'https://me:fake-git-p@ssword@git.example.test/team/api.git';

let folder: string;
let programs: string;
let registry: TestRegistry;
let ecr: EcrStub;
let aws: ScriptedServer;

/** What is the same in base64 wherever it begins: without the characters that its neighbours have a part in. */
function base64Of(text: string): string[] {
  return [0, 1, 2].map((before) =>
    Buffer.from(`${'.'.repeat(before)}${text}`)
      .toString('base64url')
      .slice(before === 0 ? 0 : before + 1, -4),
  );
}

/** A program that writes down what it was started with, and goes on as another one. */
function noting(name: string, then: string): string {
  return `#!/bin/sh\nhere="$(dirname "$0")"\necho "$0 $*" >>"$here/${name}.args"\nenv >>"$here/${name}.env"\n${then}\n`;
}

beforeAll(async () => {
  await loadTinyBase(process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock', BASE);
  registry = await startDockerRegistry();
  ecr = await startEcrStub({ account, host: registry.host, credentials: registry.credentials });
  aws = await serve(({ method, body }, response) => {
    if (method === 'GET') response.end('<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>');
    else if (body.includes('GetCallerIdentity'))
      response.end(
        `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/tester</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      );
    else response.end();
  });
  const { stdout: git } = await execa('which', ['git']);
  programs = await temporaryFolder({ git: noting('git', `exec ${git} "$@"`), cosign: noting('cosign', 'exit 0') });
  folder = await temporaryFolder({
    'nx.json': '{}',
    '.gitignore': 'dist\n',
    'server/Dockerfile': `FROM ${BASE}\nARG FAIL\nRUN --mount=type=secret,id=pipconf cat /run/secrets/pipconf && echo ${Math.random()} && [ -z "$FAIL" ]\n`,
    'docker/config.json': JSON.stringify({ auths: { 'other.test': { auth: btoa('me:fake-docker-password') } } }),
  });
  await testRepository(folder, { date: new Date(Math.floor(Math.random() * 1e12)).toISOString() });
  await execa('git', ['-C', folder, 'remote', 'add', 'origin', GIT_REMOTE]);
});
afterAll(async () => {
  await Promise.all([ecr.stop(), aws.stop(), registry.stop(), removeFolder(programs)]);
  await removeWorkspace(folder);
  await new Docker().getImage(BASE).remove({ force: true });
});

async function run(...args: readonly string[]) {
  const env = {
    ...secrets,
    AWS_ACCESS_KEY_ID: 'FAKE',
    AWS_ENDPOINT_URL: ecr.url,
    AWS_ENDPOINT_URL_S3: `http://${aws.host}`,
    AWS_ENDPOINT_URL_STS: `http://${aws.host}`,
    DOCKER_CONFIG: join(folder, 'docker'),
    PATH: `${programs}:${process.env['PATH'] ?? ''}`,
    // Everything that a library is ready to say.
    DEBUG: '*',
    GRPC_TRACE: 'all',
    GRPC_VERBOSITY: 'DEBUG',
  };
  const { stdout, stderr, exitCode } = await execa(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env,
    reject: false,
  });
  return { exitCode, said: `${stdout}\n${stderr}` };
}

it('shows no secret where it publishes, signs, logs in or fails, whatever DEBUG says', async () => {
  const runs = [
    await run('publish', 'server', '--env', 'dev', '--json'),
    await run('sign', 'server', '--env', 'dev', '--json'),
    await run('login', 'dev'),
    await run('push', 'server', '--env', 'prod'),
    await run('build', 'server', '--build-arg', 'FAIL=1', '--json'),
  ];
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 3, 1]);
  expect(runs[0]?.said).toContain('index-url = http://****@127.0.0.1:1/simple');
  expect(runs.filter(({ said }) => SECRET.test(said))).toEqual([]);
});

it('writes none into records or into the ledger', async () => {
  const records = await readdir(join(folder, 'dist'), { recursive: true, withFileTypes: true });
  const files = records.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
  const entries = aws.seen.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  expect({ records: texts.length, entries: entries.length }).toEqual({ records: 1, entries: 1 });
  expect([...texts, ...entries].filter((text) => SECRET.test(text))).toEqual([]);
});

it('leaves none in the layers, the history or the configuration of the image', async () => {
  const docker = new Docker();
  const record = await readFile(join(folder, 'dist/images/server.dev.json'), 'utf8');
  const image = docker.getImage((JSON.parse(record) as ImageRecord).imageId);
  const bytes = Buffer.concat(await collect((await image.get()) as AsyncIterable<Uint8Array>)).toString('latin1');
  // Without this line a changed format of the engine would hide everything.
  expect(bytes).toContain('/run/secrets/pipconf');
  expect(SECRET.test(bytes)).toBe(false);
  expect(SECRET.test(JSON.stringify([await image.history(), await image.inspect()]))).toBe(false);
});

it('tells none to a program that needs none, and puts none on a command line', async () => {
  const [git, commands, cosign] = await Promise.all(
    ['git.env', 'git.args', 'cosign.args'].map((name) => readFile(join(programs, name), 'utf8')),
  );
  expect([git, commands, cosign].every((text) => text?.includes(programs))).toBe(true);
  expect(SECRET.test(`${git} ${commands} ${cosign}`)).toBe(false);
  expect(await readFile(join(programs, 'cosign.env'), 'utf8')).toContain('COSIGN_PASSWORD=fake-cosign-password');
});
