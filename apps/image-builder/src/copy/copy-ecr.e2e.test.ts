import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memoryProgress } from '@slipway/cli';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { ecrRepositories } from '../testing/ecr-repository.ts';
import type { EcrRepositories } from '../testing/ecr-repository.ts';
import { putImage, putIndex, putReferrer } from '../testing/oci-parts.ts';
import { copyImage } from './copy-image.ts';

const SBOM = 'application/vnd.cyclonedx+json';

let repositories: EcrRepositories;
let from: HttpImageRegistry;
let to: HttpImageRegistry;
beforeAll(async () => {
  repositories = await ecrRepositories();
  from = new HttpImageRegistry(await repositories.create('copy-test'));
  to = new HttpImageRegistry(await repositories.create('copy-test'));
});
afterAll(async () => {
  await repositories.remove();
});

function copy(digest: `sha256:${string}`, tags: readonly string[]) {
  const { signal } = new AbortController();
  return copyImage({ from, to, digest, tags, progress: memoryProgress(), signal });
}

describe('copyImage between repositories of ECR', () => {
  it('copies an index with its SBOM, which ECR lists itself: no fallback tag is made', async () => {
    const index = await putIndex(from, [await putImage(from, ['amd64']), await putImage(from, ['arm64'])]);
    await putReferrer(from, { subject: index, content: '{"sbom":1}', artifactType: SBOM });
    expect(await copy(index.digest, ['v1'])).toMatchObject({ manifests: 4, blobsCopied: 6 });
    expect(await to.referrers(index.digest)).toEqual(await from.referrers(index.digest));
    expect(await to.referrers(index.digest)).toMatchObject([{ artifactType: SBOM }]);
    expect(await to.tags()).toEqual(['v1']);
    expect(await copy(index.digest, ['v1'])).toMatchObject({ manifests: 0, blobsCopied: 0, blobsThere: 6 });
  });

  it('does not move a tag that is immutable', async () => {
    const [first, second] = [await putImage(from, ['first']), await putImage(from, ['second'])];
    await copy(first.digest, ['v2']);
    await expect(copy(second.digest, ['v2'])).rejects.toMatchObject({ code: 'tag-conflict' });
    expect(await to.digestOf('v2')).toBe(first.digest);
  });
});
