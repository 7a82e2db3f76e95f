import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEcrStub } from './testing/ecr-stub.ts';
import type { EcrStub, StubAnswer } from './testing/ecr-stub.ts';
import { EcrRegistry } from './ecr-registry.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const IMAGE = 'application/vnd.oci.image.config.v1+json';
const pushedAt = 1_767_225_600; // 2026-01-01T00:00:00Z
const api = { account: '111111111111', region: 'us-east-1', name: 'shop/api' };
const before = { ...process.env };
let stub: EcrStub;
let ending: AbortController;
let registry: EcrRegistry;

async function answering(answerTo: (action: string, input: Readonly<Record<string, unknown>>) => StubAnswer) {
  stub = await startEcrStub(answerTo);
  Object.assign(process.env, { AWS_ENDPOINT_URL: stub.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' });
}

beforeEach(() => {
  ending = new AbortController();
  registry = new EcrRegistry(ending.signal);
});
afterEach(async () => {
  process.env = { ...before };
  await stub.stop();
});

function image(digest: string, more: object = {}): object {
  return {
    imageDigest: digest,
    imagePushedAt: pushedAt,
    imageManifestMediaType: MANIFEST,
    artifactMediaType: IMAGE,
    ...more,
  };
}

describe('EcrRegistry', () => {
  it('reads all pages, and archived images too, with all that ECR tells', async () => {
    await answering((_, { nextToken }) => ({
      body:
        nextToken === undefined
          ? { imageDetails: [image('sha256:1', { imageTags: ['v1'], imageSizeInBytes: 5 })], nextToken: 'more' }
          : {
              imageDetails: [
                image('sha256:2', {
                  imageStatus: 'ARCHIVED',
                  lastArchivedAt: pushedAt + 60,
                  lastRecordedPullTime: pushedAt + 30,
                }),
                image('sha256:3', { imageStatus: 'ACTIVE', lastActivatedAt: pushedAt + 90 }),
              ],
            },
    }));
    const at = (seconds: number) => new Date((pushedAt + seconds) * 1000);
    expect(await registry.inventory(api)).toEqual({
      images: [
        { digest: 'sha256:1', tags: ['v1'], pushedAt: at(0), sizeBytes: 5 },
        {
          digest: 'sha256:2',
          tags: [],
          pushedAt: at(0),
          storageClass: 'archive',
          archivedAt: at(60),
          lastPulledAt: at(30),
        },
        { digest: 'sha256:3', tags: [], pushedAt: at(0), storageClass: 'standard', restoredAt: at(90) },
      ],
      warnings: [],
    });
    expect(stub.calls.map(({ input }) => input)).toMatchObject([
      { repositoryName: 'shop/api', maxResults: 1000, filter: { imageStatus: 'ANY' } },
      { nextToken: 'more', filter: { imageStatus: 'ANY' } },
    ]);
  });

  it('reads manifests of indexes and artifacts alone, at most 100 in a call', async () => {
    const indexes = Array.from({ length: 101 }, (_, i) => image(`sha256:i${i}`, { imageManifestMediaType: INDEX }));
    const signature = image('sha256:s', { artifactMediaType: 'application/vnd.example.signature' });
    const told = image('sha256:t', { artifactMediaType: 'application/spdx+json', subjectManifestDigest: 'sha256:p' });
    await answering((action, { imageIds = [] }) => {
      if (action === 'DescribeImages')
        return { body: { imageDetails: [image('sha256:p'), ...indexes, signature, told] } };
      const images = (imageIds as { imageDigest: string }[]).map((imageId) => ({
        imageId,
        imageManifest: JSON.stringify(
          imageId.imageDigest === 'sha256:s'
            ? { subject: { digest: 'sha256:i0' } }
            : { manifests: [{ digest: `${imageId.imageDigest}-child` }] },
        ),
      }));
      return { body: { images } };
    });
    const found = await registry.inventory(api);
    const byDigest = new Map(found?.images.map((one) => [one.digest, one]));
    expect(byDigest.get('sha256:i100')).toMatchObject({ children: ['sha256:i100-child'] });
    expect(byDigest.get('sha256:s')).toMatchObject({ subject: 'sha256:i0' });
    expect(byDigest.get('sha256:t')).toMatchObject({ subject: 'sha256:p' });
    const asked = stub.calls.filter(({ action }) => action === 'BatchGetImage').map(({ input }) => input['imageIds']);
    expect(asked.map((ids) => (ids as unknown[]).length)).toEqual([100, 2]);
  });

  it('warns of a manifest that can not be read, and of one that is none', async () => {
    const imageDetails = ['sha256:1', 'sha256:2'].map((digest) => image(digest, { imageManifestMediaType: INDEX }));
    await answering((action) => ({
      body:
        action === 'DescribeImages'
          ? { imageDetails }
          : {
              images: [{ imageId: { imageDigest: 'sha256:2' }, imageManifest: 'no JSON' }],
              failures: [{ imageId: { imageDigest: 'sha256:1' }, failureCode: 'ImageNotFound' }],
            },
    }));
    expect((await registry.inventory(api))?.warnings).toEqual([
      "the manifest of 'sha256:1' can't be read (ImageNotFound): which images belong to it is not known",
      "the manifest of 'sha256:2' can't be read (no manifest): which images belong to it is not known",
    ]);
  });

  it('tells a repository that is not there from one without a policy', async () => {
    const exception = (action: string, name: unknown) =>
      name === 'none' ? 'RepositoryNotFoundException' : `${action.replace('Get', '')}NotFoundException`;
    await answering((action, { repositoryName }) => ({ exception: exception(action, repositoryName) }));
    const none = { ...api, name: 'none' };
    expect(await registry.inventory(none)).toBeUndefined();
    expect(await registry.lifecyclePolicy(none)).toBeUndefined();
    expect(await registry.repositoryPolicy(none)).toBeUndefined();
    expect(await registry.lifecyclePolicy(api)).toBeUndefined();
    expect(await registry.repositoryPolicy(api)).toEqual({ text: undefined });
  });

  it('asks again when it is throttled', async () => {
    let refusals = 2;
    await answering(() => {
      refusals -= 1;
      return refusals >= 0 ? { exception: 'ThrottlingException' } : { body: { registryId: '111111111111' } };
    });
    expect(await registry.account('us-east-1')).toBe('111111111111');
    expect(stub.calls).toHaveLength(3);
  }, 30_000);

  it('says what went wrong where AWS refuses', async () => {
    await answering(() => ({ exception: 'AccessDeniedException' }));
    await expect(registry.inventory(api)).rejects.toMatchObject({
      code: 'aws-failed',
      message: "ECR in us-east-1 can't be asked for the images of 'shop/api': AccessDeniedException: no",
    });
  });

  it('ends a call that is under way when the user ends the command', async () => {
    await answering(() => {
      ending.abort();
      return 'hang';
    });
    await expect(registry.inventory(api)).rejects.toMatchObject({ code: 'interrupted' });
  });
});
