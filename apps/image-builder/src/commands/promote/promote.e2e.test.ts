import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CreateRepositoryCommand, DeleteRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memoryProgress } from '@slipway/cli';
import { cloudVariables } from '@slipway/ecr-inventory/testing';
import { environments } from '@slipway/environments';
import type { EnvironmentSpec } from '@slipway/environments';
import { execa } from 'execa';
import { specCatalog } from '../../catalog/spec-catalog.ts';
import type { CleanupPlan } from '../../cleanup/cleanup-plan.ts';
import { recordRelease } from '../../ledger/record-release.ts';
import { openWorld } from '../../open-world.ts';
import { openEnd } from '../../release/open-end.ts';
import { removeBucket } from '@slipway/deployments/testing';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { runProgram } from '../../testing/run-program.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import type { World } from '../../world.ts';
import type { PromoteReport } from './promote-report.ts';
import type { Scene } from './testing/killed-promotion.ts';

const region = 'ap-southeast-1';
const id = randomUUID();
const repository = `promote-test-${id}/api`;
const bucket = { dev: `promote-test-dev-${id}`, prod: `promote-test-prod-${id}` };
const specs = { dev: spec('dev'), prod: spec('prod') };
const container = { name: 'api', context: 'api', repository };
/** What the local cloud finds in every image. */
const exceptions = {
  schemaVersion: 1,
  exceptions: [
    { id: 'CVE-9999-9999', owner: 'test', reason: 'in every image of the local cloud', expires: '2099-12-31' },
  ],
};
const ARGS = [
  'promote',
  'api',
  '--from',
  'dev',
  '--to',
  'prod',
  '--from-profile',
  'test-dev',
  '--to-profile',
  'test-prod',
];
const before = { ...process.env };
let folder: string;
let world: World;
const removals: (() => Promise<unknown>)[] = [];

/** The environment as it is, with one repository and a state bucket of this test's own. */
function spec(name: 'dev' | 'prod'): EnvironmentSpec {
  const { registries, ...rest } = environments[name];
  const [registry] = registries;
  const [first] = registry.repositories;
  const movingTags = name === 'dev' ? ['dev-latest'] : [];
  const own = { ...first!, name: repository, movingTags };
  return { ...rest, state: { bucket: bucket[name], region }, registries: [{ ...registry, repositories: [own] }] };
}

beforeAll(async () => {
  const [dev, prod] = [await cloudVariables('dev'), await cloudVariables('prod')];
  folder = await temporaryFolder({
    credentials: `${profile('test-dev', dev)}${profile('test-prod', prod)}`,
    config: '',
    'nx.json': '{}',
    'api/scan-exceptions.json': JSON.stringify(exceptions),
  });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: dev['AWS_ENDPOINT_URL'],
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_CONFIG_FILE: join(folder, 'config'),
  });
  await prepare('dev', 'MUTABLE');
  await prepare('prod', 'IMMUTABLE');
  const catalog = specCatalog({ containers: { api: container }, environments: specs });
  const opened = await openWorld(process.env, new AbortController().signal);
  world = { ...opened, workspace: folder, catalog, specs, progress: memoryProgress() };
});
afterAll(async () => {
  for (const remove of removals) await remove();
  process.env = before;
  await removeFolder(folder);
});

function profile(name: string, variables: Readonly<Record<string, string>>): string {
  const { AWS_ACCESS_KEY_ID: key = '', AWS_SECRET_ACCESS_KEY: secret = '' } = variables;
  return `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = ${secret}\n`;
}

async function prepare(name: 'dev' | 'prod', imageTagMutability: 'MUTABLE' | 'IMMUTABLE'): Promise<void> {
  const settings = { region, profile: `test-${name}` };
  const place = { Bucket: bucket[name], CreateBucketConfiguration: { LocationConstraint: region } } as const;
  const buckets = new S3Client(settings);
  await buckets.send(new CreateBucketCommand(place));
  removals.push(() => removeBucket(buckets, bucket[name]));
  const registries = new ECRClient(settings);
  await registries.send(new CreateRepositoryCommand({ repositoryName: repository, imageTagMutability }));
  removals.push(() => registries.send(new DeleteRepositoryCommand({ repositoryName: repository, force: true })));
}

/** Pushes an image to dev, and has it published, tested and scanned there. */
async function release(name: string): Promise<string> {
  const digest = await publish(name);
  const { access } = await devEnd();
  await access.scans.start({ region, repository, digest });
  return digest;
}

async function publish(name: string): Promise<string> {
  const end = await devEnd();
  const labels = { 'org.opencontainers.image.created': new Date().toISOString() };
  const image = { tag: `dev-${name}`, labels, layers: [{ content: `${name} ${id}` }] };
  const { digest } = await putDescribedImage(end.registry, image);
  await end.registry.addTag(digest, 'dev-latest');
  for (const action of ['publish', 'test'] as const) {
    const parts = { environment: specs.dev, container: 'api', action, repository, digest, tags: [`dev-${name}`] };
    await recordRelease({ ...end.access, now: world.now }, parts);
  }
  return digest;
}

const promote = (...flags: readonly string[]) => run<PromoteReport>(...ARGS, ...flags);

async function run<Report>(...args: readonly string[]): Promise<Report> {
  const { printed, failure } = await runProgram([...args, '--json'], world);
  if (failure !== undefined) throw failure;
  return JSON.parse(printed) as Report;
}

const devEnd = () => openEnd({ container, environment: 'dev', profile: 'test-dev' }, world);
const prodEnd = () => openEnd({ container, environment: 'prod', profile: 'test-prod' }, world);
const prodEntries = async () => (await prodEnd()).access.openLedger(specs.prod).entries('api');

describe('promote between two accounts, each with a profile of its own', () => {
  it('releases the tested digest in prod, under its immutable tag, once', async () => {
    const digest = await release('1');
    expect((await promote()).images).toMatchObject([{ digest, tags: ['dev-1'], result: 'promoted', sequence: 1 }]);
    expect((await promote()).images).toMatchObject([{ digest, result: 'up-to-date' }]);
    const { registry } = await prodEnd();
    expect(await registry.tags()).toEqual(['dev-1']);
    expect(await registry.digestOf('dev-1')).toBe(digest);
    const by = expect.stringContaining(`::${specs.prod.account}:`) as unknown;
    expect(await prodEntries()).toMatchObject([{ digest, action: 'promote', from: 'dev', by }]);
  });

  it('refuses an image that nobody scanned, and one with an expired exception', async () => {
    const digest = await publish('unscanned');
    const { failure } = await runProgram(ARGS, world);
    expect(failure?.message).toContain("the gate 'scanned' is closed: the scan in 'dev' has no result: not scanned");
    await (await devEnd()).access.scans.start({ region, repository, digest });
    const later = await runProgram(ARGS, { ...world, now: () => new Date('2100-01-01T00:00:00Z') });
    expect(later.failure?.message).toContain('CVE-9999-9999');
    expect((await prodEntries()).map((entry) => entry.digest)).not.toContain(digest);
  });

  it('is one release when many promote at once', async () => {
    const digest = await release('2');
    const reports = await Promise.all([promote(), promote(), promote()]);
    expect(reports.map(({ images }) => images[0]?.digest)).toEqual([digest, digest, digest]);
    expect((await prodEntries()).filter((entry) => entry.digest === digest)).toHaveLength(1);
  });

  it.each(['registry.putManifest', 'registry.addTag', 'ledger.append'])(
    'is completed by the next run when its process is killed right after %s',
    async (step) => {
      const digest = await release(`after-${step}`);
      const scene: Scene = { step, specs, container, args: ARGS };
      const script = join(import.meta.dirname, 'testing', 'killed-promotion.ts');
      const killed = await execa(process.execPath, [script, JSON.stringify(scene)], {
        cwd: folder,
        env: { NODE_OPTIONS: '' },
        reject: false,
      });
      expect({ signal: killed.signal, stderr: killed.stderr }).toMatchObject({ signal: 'SIGKILL' });
      const { registry } = await prodEnd();
      const isTagged = (await registry.digestOf(`dev-after-${step}`)) === digest;
      expect(isTagged).toBe(step !== 'registry.putManifest');
      const isRecorded = (await prodEntries()).at(-1)?.digest === digest;
      expect(isRecorded).toBe(step === 'ledger.append');
      const [image] = (await promote()).images;
      expect(image).toMatchObject({ digest, result: isRecorded ? 'up-to-date' : 'promoted' });
      expect(await registry.digestOf(`dev-after-${step}`)).toBe(digest);
      expect((await prodEntries()).filter((entry) => entry.digest === digest)).toHaveLength(1);
    },
  );

  it('refuses the credentials of one account for the other', async () => {
    const { failure } = await runProgram([...ARGS, '--to-profile', 'test-dev'], world);
    expect(failure?.code).toBe('wrong-account');
    const other = await runProgram([...ARGS, '--from-profile', 'test-prod'], world);
    expect(other.failure).toMatchObject({ code: 'wrong-account', fix: expect.stringContaining('profile') as unknown });
  });
});

describe('the other commands, by a profile for each account', () => {
  it('read, scan, clean up and roll back, where the process itself has no credentials', async () => {
    const digest = await release('4');
    await promote();
    const dev = ['--env', 'dev', '--profile', 'test-dev'];
    const prod = ['--env', 'prod', '--profile', 'test-prod'];
    expect(await run('scan', 'api', ...dev)).toMatchObject({ images: [{ digest, clean: true }] });
    expect(await run('history', 'api', ...prod)).toMatchObject({ current: digest });
    expect(await run('describe', 'api', ...prod)).toMatchObject({ digest });
    expect(await run('verify', 'api', ...prod)).toMatchObject({ findings: [] });
    for (const name of ['5', '6']) await publish(name);
    const plan = await run<CleanupPlan>('cleanup', 'api', ...dev, '--keep', '0', '--ledger-profile', 'prod=test-prod');
    const why = plan.repositories[0]?.stay.find((image) => image.digest === digest)?.because;
    expect(why).toBe("in use: ledger:prod, current release of 'api'");
    expect(await run('rollback', 'api', ...prod)).toMatchObject({ result: 'rolled-back', previous: digest });
  });

  it('refuse the profile of another account', async () => {
    const { failure } = await runProgram(['rollback', 'api', '--env', 'prod', '--profile', 'test-dev'], world);
    expect(failure?.code).toBe('wrong-account');
  });
});
