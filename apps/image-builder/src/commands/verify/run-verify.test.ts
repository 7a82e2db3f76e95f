import { renderTerminal } from '@slipway/cli';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Finding } from '@slipway/findings';
import type { ImageRecord, ReleaseEntry } from '@slipway/images';
import { MemoryDirectory } from '../../ecr/memory-directory.ts';
import { MemoryImageRegistry } from '../../registry/memory-image-registry.ts';
import { putIndex, putReferrer, sha256 } from '../../testing/oci-parts.ts';
import type { Descriptor } from '../../testing/oci-parts.ts';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { developCommit, testSpecs, testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import { formatVerify } from './format-verify.ts';
import { runVerify, verifyFailure } from './run-verify.ts';

const HOME = 'dev-region';
const REPLICA = 'eu-west-1';
const ACCOUNT = '111111111111';
const HASH = 'a'.repeat(64);
const labels = { 'dev.slipway.inputs-hash': HASH, 'org.opencontainers.image.revision': 'f'.repeat(40) };
const options = { containers: [], environment: 'dev', waitMinutes: 0, recordDir: 'records', pause: 1 };

let setting: ReturnType<typeof testWorld>;
let home: MemoryImageRegistry;
let replica: MemoryImageRegistry;
let hasReplica: boolean;
let image: Descriptor;

beforeEach(async () => {
  setting = testWorld('/nowhere');
  home = setting.dev;
  replica = new MemoryImageRegistry();
  hasReplica = true;
  image = await putDescribedImage(home, { tag: 'dev-1', labels });
});

function world(more: Partial<World> = {}): World {
  const place = (region: string) => ({
    uri: `registry.test/${region}/shop/api`,
    scheme: 'https:' as const,
    account: ACCOUNT,
    region,
    credentials: { username: 'AWS', password: 'fake' },
  });
  const replicas = hasReplica ? { [`${REPLICA}/shop/api`]: place(REPLICA) } : {};
  const registries = testSpecs.dev.registries.map((registry) => ({
    ...registry,
    replication: [{ region: 'eu-west-1' }],
  }));
  return {
    ...setting.world,
    specs: { dev: { ...testSpecs.dev, registries } },
    directory: new MemoryDirectory({ [`${HOME}/shop/api`]: place(HOME), ...replicas }),
    openRegistry: ({ region }) => (region === HOME ? home : replica),
    ...more,
  };
}

const verify = (more: Partial<typeof options> = {}) => runVerify({ ...options, ...more }, world());
const rules = (findings: readonly Finding[]) =>
  findings.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);

async function release(more: Partial<ReleaseEntry> = {}): Promise<void> {
  await setting.ledgers.dev.append({
    schemaVersion: 1,
    environment: 'dev',
    container: 'api',
    sequence: 1,
    action: 'publish',
    repository: 'shop/api',
    digest: image.digest,
    tags: ['dev-1', 'dev-latest'],
    commit: 'f'.repeat(40),
    by: 'arn:aws:iam::111111111111:user/tester',
    at: '2026-02-20T00:00:00Z',
    ...more,
  });
}

async function record(more: Partial<ImageRecord> = {}, account = ACCOUNT): Promise<void> {
  const pushed = {
    environment: 'dev',
    account,
    region: HOME,
    uri: 'registry.test/dev-region/shop/api',
    digest: image.digest,
    result: 'pushed',
    confirmedAt: '2026-02-20T00:00:00Z',
  } as const;
  await setting.records.write('api.dev', {
    schemaVersion: 1,
    container: 'api',
    repository: 'shop/api',
    imageId: sha256('config'),
    tags: [
      { name: 'dev-1', moving: false },
      { name: 'dev-latest', moving: true },
    ],
    inputsHash: HASH,
    git: developCommit,
    size: {},
    pushed,
    ...more,
  });
}

/** Copies the image as replication does. */
async function replicate(tag = 'dev-1'): Promise<void> {
  await putDescribedImage(replica, { tag, labels });
}

describe('verify', () => {
  it('is content when every region holds what ledger and record say; tags that move may have moved', async () => {
    await release();
    await record();
    await replicate();
    const report = await verify();
    expect(report.findings).toEqual([]);
    expect(report.containers).toMatchObject([
      {
        container: 'api',
        regions: [HOME, REPLICA],
        expected: [
          { digest: image.digest, saidBy: 'ledger: publish 1', tags: ['dev-1'] },
          { digest: image.digest, saidBy: 'record of the last push', inputsHash: HASH },
        ],
      },
    ]);
    expect(verifyFailure(report)).toBeUndefined();
    expect(renderTerminal(formatVerify(report))).toContain('Every region holds what is written down.');
  });

  it('says that the released image is gone, and fails', async () => {
    await release({ digest: sha256('gone') });
    const report = await verify();
    expect(rules(report.findings)).toEqual([
      `error image-missing dev / api / ${HOME}`,
      `error replica-missing dev / api / ${REPLICA}`,
    ]);
    expect(verifyFailure(report)).toMatchObject({
      code: 'differs',
      message: "the registry of 'dev' differs from what is written down in 2 places",
    });
    const text = renderTerminal(formatVerify(report));
    expect(text).toContain(`the image '${sha256('gone')}' (ledger: publish 1) is not in the repository`);
  });

  it('says that a tag is gone, or names another image', async () => {
    await release({ tags: ['dev-1', 'dev-2', 'dev-3'] });
    await putDescribedImage(home, { tag: 'dev-2' });
    await replicate();
    expect(rules((await verify()).findings)).toEqual([
      `error tag-differs dev / api / ${HOME}`,
      `error tag-missing dev / api / ${HOME}`,
      `error replica-tag-missing dev / api / ${REPLICA}`,
      `error replica-tag-missing dev / api / ${REPLICA}`,
    ]);
  });

  it('says that labels are not those of ledger and record', async () => {
    await release({ commit: 'e'.repeat(40) });
    await record({ inputsHash: 'b'.repeat(64) });
    await replicate();
    const { findings } = await verify();
    expect(rules(findings)).toEqual([
      `error label-differs dev / api / ${HOME}`,
      `error label-differs dev / api / ${HOME}`,
    ]);
    expect(findings[1]?.message).toBe(
      `the label 'dev.slipway.inputs-hash' of linux/amd64 is '${HASH}', and '${'b'.repeat(64)}' by the record of the last push`,
    );
  });

  it('says that a replica lacks the image, also where ECR has not made the repository', async () => {
    await release();
    expect(rules((await verify()).findings)).toEqual([`error replica-missing dev / api / ${REPLICA}`]);
    hasReplica = false;
    expect(rules((await verify()).findings)).toEqual([`error replica-missing dev / api / ${REPLICA}`]);
  });

  it('says that a replica lacks an image of the index', async () => {
    const index = { digest: (await putIndex(home, [image])).digest };
    const text = (await home.manifest(index.digest))?.text ?? '';
    await replica.putManifest(index.digest, { mediaType: 'application/vnd.oci.image.index.v1+json', text });
    await release({ digest: index.digest, tags: [] });
    const { findings } = await verify();
    expect(rules(findings)).toEqual([`error replica-incomplete dev / api / ${REPLICA}`]);
    expect(findings[0]?.message).toContain(image.digest);
  });

  it('says that a replica lacks what refers to the image', async () => {
    const artifactType = 'application/vnd.cyclonedx+json';
    const sbom = await putReferrer(home, { subject: image, content: '{}', artifactType });
    await replicate();
    await release();
    const { findings } = await verify();
    expect(rules(findings)).toEqual([`error referrer-missing dev / api / ${REPLICA}`]);
    expect(findings[0]?.message).toContain(sbom.digest);
  });

  it('waits while only replicas are behind, and no longer than told', async () => {
    await release();
    let looks = 0;
    const now = (): Date => new Date(Date.UTC(2026, 2, 2) + 60_000 * looks++);
    const late = world({ now });
    expect(rules((await runVerify({ ...options, waitMinutes: 3 }, late)).findings)).toHaveLength(1);
    expect(looks).toBe(4);
    const patient = runVerify({ ...options, waitMinutes: 1000 }, world({ now }));
    await replicate();
    expect((await patient).findings).toEqual([]);
  });

  it('waits for nothing that time does not settle', async () => {
    await release({ digest: sha256('gone') });
    expect((await verify({ waitMinutes: 1000 })).findings).toHaveLength(2);
  });

  it('ends when the user ends it', async () => {
    await release();
    const signal = AbortSignal.abort();
    const waiting = runVerify({ ...options, waitMinutes: 1000 }, world({ signal }));
    await expect(waiting).rejects.toMatchObject({ code: 'interrupted' });
  });

  it('warns where nothing is written down, and of a record that is broken', async () => {
    const nothing = await verify();
    expect(rules(nothing.findings)).toEqual(['warning nothing-known dev / api']);
    expect(verifyFailure(nothing)).toBeUndefined();
    await record({ inputsHash: 'no hash' });
    expect(rules((await verify()).findings)).toEqual([
      'warning record-broken dev / api',
      'warning nothing-known dev / api',
    ]);
  });

  it('takes no record of another account for its own', async () => {
    await record({}, '999999999999');
    expect(rules((await verify()).findings)).toEqual(['warning nothing-known dev / api']);
  });
});
