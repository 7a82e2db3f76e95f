import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import type { ReleaseEntry } from '@slipway/images';
import type { DescribeReport } from '../commands/describe/describe-report.ts';
import type { LayersReport } from '../commands/layers/layers-report.ts';
import type { ListReport } from '../commands/list/list-report.ts';
import type { VerifyReport } from '../commands/verify/verify-report.ts';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { startAwsStub } from '../testing/aws-stub.ts';
import type { AwsStub, Detail } from '../testing/aws-stub.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { putReferrer, sha256 } from '../testing/oci-parts.ts';
import type { Descriptor } from '../testing/oci-parts.ts';
import { PROGRAM } from '../testing/program-file.ts';
import { putDescribedImage } from '../testing/put-described-image.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const DEV = '111122223333';
const REPOSITORY = 'mlops/retail-api';
const COMMIT = 'f'.repeat(40);
const images = new Map<string, readonly Detail[]>();
const objects = new Map<string, string>();
let registry: TestRegistry;
let aws: AwsStub;
let first: Descriptor;
let second: Descriptor;
let sbom: Descriptor;

beforeAll(async () => {
  registry = await startDockerRegistry();
  const { host, credentials } = registry;
  aws = await startAwsStub({ account: DEV, host, credentials, images, objects });
  const repository = new HttpImageRegistry({
    uri: `${host}/${REPOSITORY}`,
    scheme: 'http:',
    account: DEV,
    region: 'ap-southeast-1',
    credentials,
  });
  const base = { content: 'base', madeBy: 'ADD rootfs.tar / # buildkit' };
  const labels = { 'org.opencontainers.image.revision': COMMIT };
  first = await putDescribedImage(repository, { tag: 'dev-1', layers: [base], labels });
  const layers = [base, { content: 'application', madeBy: 'COPY a /a # buildkit' }];
  second = await putDescribedImage(repository, { tag: 'dev-2', layers, labels, config: { User: '10001' } });
  const artifactType = 'application/vnd.cyclonedx+json';
  sbom = await putReferrer(repository, { subject: first, content: '{}', artifactType });
  images.set(REPOSITORY, [
    detail(first, { imageTags: ['dev-1'], imagePushedAt: 1_767_225_600 }),
    detail(second, { imageTags: ['dev-2', 'dev-latest'], imagePushedAt: 1_769_904_000 }),
    detail(sbom, { subjectManifestDigest: first.digest, artifactMediaType: artifactType }),
  ]);
  images.set('mlops/train-model', []);
  release(1, { digest: first.digest });
});
afterAll(async () => {
  await aws.stop();
  await registry.stop();
});

function detail({ digest }: Descriptor, more: Partial<Detail>): Detail {
  const artifactMediaType = 'application/vnd.oci.image.config.v1+json';
  return { imageDigest: digest, imageSizeInBytes: 1000, imagePushedAt: 1_767_225_600, artifactMediaType, ...more };
}

function release(sequence: number, more: Partial<ReleaseEntry>): void {
  const entry = {
    schemaVersion: 1,
    environment: 'dev',
    container: 'server',
    sequence,
    action: 'publish',
    repository: REPOSITORY,
    tags: ['dev-1'],
    commit: COMMIT,
    by: `arn:aws:iam::${DEV}:user/tester`,
    at: '2026-02-20T00:00:00.000Z',
    ...more,
  };
  objects.set(`ledger/dev/server/${String(sequence).padStart(8, '0')}.json`, JSON.stringify(entry));
}

async function run(...args: readonly string[]) {
  const env = { AWS_ENDPOINT_URL: aws.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' };
  return execa(process.execPath, [PROGRAM, ...args], { cwd: ROOT, env, reject: false });
}

async function json<Report>(...args: readonly string[]): Promise<Report> {
  return JSON.parse((await run(...args, '--json')).stdout) as Report;
}

describe('list', () => {
  it('shows what a registry holds by the API of ECR, and what the ledger says was released', async () => {
    const { repositories } = await json<ListReport>('list', '--env', 'dev');
    expect(repositories.map(({ container, images: { length } }) => [container, length])).toEqual([
      ['server', 2],
      ['training', 0],
    ]);
    expect(repositories[0]?.images).toMatchObject([
      { digest: second.digest, tags: ['dev-2', 'dev-latest'], referrers: 0 },
      { digest: first.digest, referrers: 1, released: { action: 'publish', current: true } },
    ]);
  });
});

describe('describe', () => {
  it('reads the released image from a real registry, with its SBOM', async () => {
    const report = await json<DescribeReport>('describe', 'server', '--env', 'dev');
    expect(report).toMatchObject({
      digest: first.digest,
      tags: ['dev-1'],
      platforms: [{ platform: 'linux/amd64', config: { labels: { 'org.opencontainers.image.revision': COMMIT } } }],
      referrers: [{ digest: sbom.digest, kind: 'SBOM' }],
    });
  });

  it('prints an image that is named by its tag, and exits with 1 where there is none', async () => {
    const there = await run('describe', 'server', '--env', 'dev', '--tag', 'dev-2');
    expect(there.stdout).toMatch(/user +│ 10001/);
    const { exitCode, stderr } = await run('describe', 'server', '--env', 'dev', '--tag', 'dev-3');
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining("'dev-3'") as unknown });
  });
});

describe('layers', () => {
  it('compares two images of a real registry by what a host has to pull', async () => {
    const args = ['layers', 'server', '--env', 'dev', '--tag', 'dev-1', '--compare', 'dev-2'];
    const { comparisons } = await json<LayersReport>(...args);
    expect(comparisons).toMatchObject([
      { shared: [{ digest: sha256('base') }], onlyAfter: [{ madeBy: 'COPY a /a', bytes: 11 }], sharedBytes: 4 },
    ]);
  });

  it('exits with 2 for what is no reference', async () => {
    expect((await run('layers', 'server', '--env', 'dev', '--compare', '../x')).exitCode).toBe(2);
  });
});

describe('verify', () => {
  it('exits with 0 when a real registry holds what the ledger says', async () => {
    const { exitCode, stdout } = await run('verify', 'server', '--env', 'dev', '--record-dir', 'dist/none');
    expect(stdout).toContain('Every region holds what is written down.');
    expect(exitCode).toBe(0);
  });

  it('exits with 5 and each difference when it does not', async () => {
    release(2, { digest: second.digest, tags: ['dev-1'], commit: 'e'.repeat(40) });
    const { exitCode, stdout } = await run('verify', 'server', '--env', 'dev', '--record-dir', 'dist/none', '--json');
    objects.delete('ledger/dev/server/00000002.json');
    expect(exitCode).toBe(5);
    const { findings } = JSON.parse(stdout) as VerifyReport;
    expect(findings.map(({ rule }) => rule)).toEqual(['label-differs', 'tag-differs']);
  });
});
