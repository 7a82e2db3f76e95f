import { MemoryRegistry } from '@slipway/ecr-inventory/testing';
import { renderTerminal } from '@slipway/cli';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReleaseEntry } from '@slipway/images';
import { putReferrer } from '../../testing/oci-parts.ts';
import type { Descriptor } from '../../testing/oci-parts.ts';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { testWorld } from '../../testing/test-world.ts';
import { formatDescribe } from './format-describe.ts';
import { runDescribe } from './run-describe.ts';

const ask = { container: 'api', environment: 'dev', reference: undefined, platform: undefined };
let setting: ReturnType<typeof testWorld>;
let inventory: MemoryRegistry;
let older: Descriptor;
let newer: Descriptor;

beforeEach(async () => {
  inventory = new MemoryRegistry('111111111111');
  setting = testWorld('/nowhere');
  older = await putDescribedImage(setting.dev, { tag: 'dev-1', labels: { colour: 'blue' } });
  newer = await putDescribedImage(setting.dev, {
    tag: 'dev-2',
    layers: [{ content: 'base', madeBy: 'COPY a /a # buildkit' }],
    labels: { 'org.opencontainers.image.revision': 'f'.repeat(40), 'dev.slipway.inputs-hash': 'a'.repeat(64) },
    config: { User: '10001', Env: ['API_TOKEN=fake-value', 'PORT=8080'] },
  });
  inventory.put('dev-region', 'shop/api', {
    images: [
      { digest: older.digest, tags: ['dev-1'], pushedAt: new Date('2026-01-01T00:00:00Z') },
      { digest: newer.digest, tags: ['dev-2', 'dev-latest'], pushedAt: new Date('2026-02-01T00:00:00Z') },
    ],
  });
});

async function report(options: Partial<Parameters<typeof runDescribe>[0]> = {}) {
  return runDescribe({ ...ask, ...options }, { ...setting.world, inventory });
}

function entry(more: Partial<ReleaseEntry>): ReleaseEntry {
  return {
    schemaVersion: 1,
    environment: 'dev',
    container: 'api',
    sequence: 1,
    action: 'publish',
    repository: 'shop/api',
    digest: older.digest,
    tags: ['dev-1'],
    by: 'arn:aws:iam::111111111111:user/tester',
    at: '2026-02-02T00:00:00Z',
    ...more,
  };
}

describe('describe', () => {
  it('is about the image that was released last, whatever was pushed or tested since', async () => {
    await setting.ledgers.dev.append(entry({}));
    await setting.ledgers.dev.append(entry({ sequence: 2, action: 'test', digest: newer.digest }));
    expect(await report()).toMatchObject({
      schemaVersion: 1,
      digest: older.digest,
      chosenBy: 'released by publish 1 of 2026-02-02T00:00:00Z',
    });
  });

  it('is about the newest image with a tag where nothing was released', async () => {
    expect(await report()).toMatchObject({
      digest: newer.digest,
      tags: ['dev-2', 'dev-latest'],
      pushedAt: '2026-02-01T00:00:00.000Z',
    });
  });

  it('finds an image by its tag and by its digest', async () => {
    expect(await report({ reference: 'dev-1' })).toMatchObject({ digest: older.digest });
    expect(await report({ reference: older.digest })).toMatchObject({ digest: older.digest, tags: ['dev-1'] });
  });

  it('lists what refers to the image, by the API and by tags of cosign', async () => {
    const sbom = { subject: newer, content: '{}', artifactType: 'application/vnd.cyclonedx+json' };
    const { digest } = await putReferrer(setting.dev, sbom);
    const tag = `${newer.digest.replace(':', '-')}.sig`;
    const signature = { digest: older.digest, tags: [tag], pushedAt: new Date('2026-02-03T00:00:00Z') };
    const image = { digest: newer.digest, tags: ['dev-2'], pushedAt: new Date('2026-02-01T00:00:00Z') };
    inventory.put('dev-region', 'shop/api', { images: [image, signature] });
    expect((await report()).referrers).toEqual([
      { digest, kind: 'SBOM', artifactType: 'application/vnd.cyclonedx+json' },
      { digest: older.digest, kind: 'signature', tag },
    ]);
  });

  it('shows people commit, inputs, user and layers, and no value that looks secret', async () => {
    const text = renderTerminal(formatDescribe(await report()));
    expect(text).toContain('f'.repeat(40));
    expect(text).toContain('a'.repeat(64));
    expect(text).toMatch(/user +│ 10001/);
    expect(text).toMatch(/COPY a \/a/);
    expect(text).toContain('PORT=8080');
    expect(text).toContain('API_TOKEN (not shown: it looks secret)');
    expect(text).not.toContain('fake-value');
    expect(text).toContain('Nothing refers to it: no SBOM, no signature.');
  });

  it('says that a container runs as root where the image sets no user', async () => {
    expect(renderTerminal(formatDescribe(await report({ reference: 'dev-1' })))).toMatch(
      /user +│ root \(none is set\)/,
    );
  });

  it('says what to do when there is no such image', async () => {
    await expect(report({ reference: 'dev-3' })).rejects.toMatchObject({
      code: 'image-missing',
      message: "'registry.test/dev/shop/api' holds no image under 'dev-3'",
      fix: "'image-builder list api --env dev' shows what is there",
    });
    inventory.put('dev-region', 'shop/api', {});
    await expect(report()).rejects.toMatchObject({
      code: 'image-missing',
      message: "'registry.test/dev/shop/api' holds no image with a tag, and none was released",
    });
  });
});
