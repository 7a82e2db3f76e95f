import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateRepositoryCommand, DeleteRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { DeleteObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memoryProgress } from '@slipway/cli';
import { cloudVariables } from '@slipway/ecr-inventory/testing';
import type { Variables } from '@slipway/ecr-inventory/testing';
import { environments } from '@slipway/environments';
import type { EnvironmentSpec } from '@slipway/environments';
import { execa } from 'execa';
import { specCatalog } from './catalog/spec-catalog.ts';
import type { CleanupPlan } from './cleanup/cleanup-plan.ts';
import { openWorld } from './open-world.ts';
import { removeImages } from './testing/remove-images.ts';
import { runProgram } from './testing/run-program.ts';
import { removeFolder, temporaryFolder } from './testing/temporary-folder.ts';
import { testRepository } from './testing/test-repository.ts';
import type { World } from './world.ts';

type Name = 'dev' | 'prod';

const DAY = 24 * 60 * 60 * 1000;
const region = 'ap-southeast-1';
const id = randomUUID();
const name = `week-${id}`;
const repository = `week-test/${name}`;
const specs = { dev: spec('dev'), prod: spec('prod') };
const container = { name, context: 'job', repository };
const catalog = specCatalog({ containers: { [name]: container }, environments: specs });
const before = { ...process.env };
const Dockerfile = `ARG RUNTIME_BASE
FROM \${RUNTIME_BASE}
COPY version /version
USER 10001
ENTRYPOINT ["python3", "-c", "print(open('/version').read())"]
`;

/** What the local cloud finds in every image. */
const exceptions = {
  schemaVersion: 1,
  exceptions: [
    { id: 'CVE-9999-9999', owner: 'test', reason: 'in every image of the local cloud', expires: '2099-12-31' },
  ],
};

let folder: string;
let home: string;
let variables: Record<Name, Variables>;
let day = 0;
/** Digest of the image of each version that was published. */
const images: Record<string, string> = {};

/** The environment as it is, its state bucket included, with one repository of this test's own. */
function spec(environment: Name): EnvironmentSpec {
  const { registries, ...rest } = environments[environment];
  const [registry] = registries;
  const [first] = registry.repositories;
  const own = { ...first!, name: repository, movingTags: environment === 'dev' ? ['dev-latest'] : [] };
  return { ...rest, registries: [{ ...registry, repositories: [own] }] };
}

beforeAll(async () => {
  variables = {
    dev: await cloudVariables('dev'),
    prod: await cloudVariables('prod'),
  };
  home = process.cwd();
  folder = await temporaryFolder({
    'nx.json': '{}',
    '.gitignore': 'dist\n',
    'job/Dockerfile': Dockerfile,
    'job/version': 'none',
    'job/image.json': JSON.stringify({ smokeTest: { kind: 'job' } }),
    'job/scan-exceptions.json': JSON.stringify(exceptions),
  });
  await testRepository(folder);
  process.chdir(folder);
  for (const environment of ['dev', 'prod'] as const) await prepare(environment);
}, 120_000);
afterAll(async () => {
  for (const environment of ['dev', 'prod'] as const) await remove(environment);
  process.chdir(home);
  process.env = before;
  await removeImages(`org.opencontainers.image.title=${name}`);
  await removeFolder(folder);
});

/** The credentials of an environment's account. */
function logIn(as: Name): void {
  Object.assign(process.env, variables[as]);
}

async function prepare(environment: Name): Promise<void> {
  logIn(environment);
  const imageTagMutability = environment === 'dev' ? 'MUTABLE' : 'IMMUTABLE';
  await new ECRClient({ region }).send(new CreateRepositoryCommand({ repositoryName: repository, imageTagMutability }));
}

async function remove(environment: Name): Promise<void> {
  logIn(environment);
  await new ECRClient({ region }).send(new DeleteRepositoryCommand({ repositoryName: repository, force: true }));
  const { bucket: Bucket, region: home } = specs[environment].state;
  const s3 = new S3Client({ region: home });
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket, Prefix: `ledger/${environment}/${name}/` }),
  );
  for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
}

/** The world of that day of the week. The registry's own clock stands still, as all images are pushed today. */
async function world(): Promise<World> {
  const opened = await openWorld(process.env, new AbortController().signal);
  return { ...opened, catalog, specs, progress: memoryProgress(), now: () => new Date(Date.now() + day * DAY) };
}

async function run<Report>(as: Name, ...args: readonly string[]): Promise<Report> {
  logIn(as);
  const { printed, failure } = await runProgram([...args, '--json'], await world());
  if (failure !== undefined) throw failure;
  return JSON.parse(printed) as Report;
}

async function commit(version: string): Promise<void> {
  await writeFile(join(folder, 'job', 'version'), version);
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.test'];
  await execa('git', [...identity, 'commit', '-qam', version], { cwd: folder });
}

async function publish(version: string): Promise<void> {
  await commit(version);
  await run('dev', 'publish', name, '--env', 'dev');
  images[version] = await tagged('dev', 'dev-latest');
}

async function tagged(environment: Name, tag: string): Promise<string> {
  logIn(environment);
  const { directory, openRegistry } = await world();
  return (await openRegistry(await directory.locate(region, repository)).digestOf(tag)) ?? 'none';
}

async function test(): Promise<void> {
  await run('dev', 'run', name, '--env', 'dev');
  await run('dev', 'scan', name, '--env', 'dev');
}

/** In the local cloud no credentials are both accounts', so each end has a profile; here the ends are read by two files. */
async function promote(): Promise<void> {
  const profiles = (['dev', 'prod'] as const).map(profile);
  await writeFile(join(folder, 'dist', 'credentials'), profiles.join(''));
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'dist', 'credentials');
  await run(
    'dev',
    ...['promote', name, '--from', 'dev', '--to', 'prod', '--from-profile', 'week-dev', '--to-profile', 'week-prod'],
  );
}

function profile(environment: Name): string {
  const { AWS_ACCESS_KEY_ID: key = '', AWS_SECRET_ACCESS_KEY: secret = '' } = variables[environment];
  return `[week-${environment}]\naws_access_key_id = ${key}\naws_secret_access_key = ${secret}\n`;
}

async function releasedInProd(): Promise<string | undefined> {
  logIn('prod');
  const entries = await (await world()).openLedger(specs.prod).entries(name);
  return entries.at(-1)?.digest;
}

/** Each account's credentials clean up its own registry; the ledger of the other is read by a profile. */
async function cleanUp(environment: Name): Promise<void> {
  const out = join(folder, 'dist', `${environment}.json`);
  const other = environment === 'dev' ? 'prod' : 'dev';
  const ledger = ['--ledger-profile', `${other}=week-${other}`];
  await run<CleanupPlan>(environment, 'cleanup', '--env', environment, '--keep', '1', '--out', out, ...ledger);
  await run(environment, 'cleanup', '--apply', out, ...ledger);
}

async function held(environment: Name): Promise<string[]> {
  logIn(environment);
  const { inventory } = await world();
  const found = await inventory.inventory({ account: specs[environment].account, region, name: repository });
  return (found?.images ?? []).map(({ digest }) => digest).sort();
}

const imagesOf = (...versions: readonly string[]) => versions.map((version) => images[version]).sort();

describe('a week of a container', () => {
  it('on Monday publishes, tests and releases a version', async () => {
    await publish('one');
    await test();
    await promote();
    expect(await releasedInProd()).toBe(images['one']);
  }, 300_000);

  it('on Tuesday publishes the same commit again, and nothing happens', async () => {
    day = 1;
    await run('dev', 'publish', name, '--env', 'dev');
    await promote();
    expect(await held('dev')).toEqual(imagesOf('one'));
    expect(await held('prod')).toEqual(imagesOf('one'));
  }, 120_000);

  it('on Wednesday refuses to release what was neither tested nor scanned', async () => {
    day = 2;
    await publish('two');
    await expect(promote()).rejects.toMatchObject({
      code: 'gate-closed',
      message: expect.stringMatching(/'tested' is closed(.|\n)*'scanned' is closed/) as unknown,
    });
    expect(await held('prod')).toEqual(imagesOf('one'));
  }, 120_000);

  it('on Thursday releases a version that turns out bad, and goes back in one command', async () => {
    day = 3;
    await test();
    await promote();
    expect(await releasedInProd()).toBe(images['two']);
    await run('prod', 'rollback', name, '--env', 'prod', '--reason', 'errors');
    expect(await releasedInProd()).toBe(images['one']);
  }, 120_000);

  it('on Friday publishes three versions and releases the last', async () => {
    day = 4;
    for (const version of ['three', 'four', 'five']) await publish(version);
    await test();
    await promote();
    expect(await releasedInProd()).toBe(images['five']);
  }, 300_000);

  it('on Sunday cleans up: what is released now and before stays in both registries, and nothing else', async () => {
    day = 6;
    await cleanUp('dev');
    await cleanUp('prod');
    expect(new Set(Object.values(images)).size).toBe(5);
    expect(await held('dev')).toEqual(imagesOf('one', 'four', 'five'));
    expect(await held('prod')).toEqual(imagesOf('one', 'five'));
  }, 120_000);

  it('and has nothing left to clean up, and still can go back', async () => {
    await cleanUp('dev');
    expect(await held('dev')).toEqual(imagesOf('one', 'four', 'five'));
    await run('prod', 'rollback', name, '--env', 'prod');
    expect(await releasedInProd()).toBe(images['one']);
  }, 120_000);
});
