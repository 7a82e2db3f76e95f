import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  ListImagesCommand,
  PutImageCommand,
} from '@aws-sdk/client-ecr';
import type { CreateRepositoryCommandInput, ECRClient } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountKey } from '../account-key.ts';
import { E2eCloud } from '../testing/e2e-cloud.ts';
import type { OciClient } from '../testing/oci-client.ts';
import { testImage, testIndex } from '../testing/test-image.ts';

let cloud: E2eCloud;

beforeAll(async () => {
  cloud = await E2eCloud.start('cloud');
});

afterAll(() => cloud.close());

interface Fixture {
  readonly account: string;
  readonly ecr: ECRClient;
  readonly oci: OciClient;
  /** `<account>/<region>/<name>`, as in the repository's URI. */
  readonly path: string;
}

const repositoryName = 'team/app';

async function repository(settings: Partial<CreateRepositoryCommandInput> = {}): Promise<Fixture> {
  const account = cloud.freshAccount();
  const ecr = cloud.ecr(account);
  const created = await ecr.send(new CreateRepositoryCommand({ repositoryName, ...settings }));
  const path = (created.repository?.repositoryUri ?? '').replace(/^[^/]+\//, '');
  return { account, ecr, path, oci: await cloud.oci(accountKey(account)) };
}

const immutable = { imageTagMutability: 'IMMUTABLE' } as const;
const latestMoves: Partial<CreateRepositoryCommandInput> = {
  imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
  imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: '*latest' }],
};

describe('a pushed image', () => {
  it('can be pulled byte by byte by tag and by digest', async () => {
    const { oci, path } = await repository();
    const image = testImage('pull me');
    const pushed = await oci.push(path, 'v1', image);
    expect([pushed.status, pushed.headers.get('docker-content-digest')]).toEqual([201, image.digest]);
    for (const reference of ['v1', image.digest]) {
      const pulled = await oci.request(`${path}/manifests/${reference}`);
      expect(pulled.headers.get('content-type')).toBe(image.mediaType);
      expect(await pulled.text()).toBe(image.manifest);
    }
    const layer = await oci.request(
      `${path}/blobs/${(JSON.parse(image.manifest) as { layers: [{ digest: string }] }).layers[0].digest}`,
    );
    expect(Buffer.from(await layer.arrayBuffer()).equals(image.blobs[1] ?? Buffer.of())).toBe(true);
  });

  it('is described with its tags, digest, type and the size of configuration and layers', async () => {
    const { account, ecr, oci, path } = await repository();
    const image = testImage('describe me');
    await oci.push(path, 'v1', image);
    await oci.push(path, 'v2', image);
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
    expect(imageDetails).toEqual([
      {
        registryId: account,
        repositoryName,
        imageDigest: image.digest,
        imageTags: ['v1', 'v2'],
        imageSizeInBytes: image.size,
        imagePushedAt: expect.any(Date),
        imageManifestMediaType: image.mediaType,
        artifactMediaType: 'application/vnd.oci.image.config.v1+json',
      },
    ]);
  });

  it('is scanned when the repository says so', async () => {
    const { ecr, oci, path } = await repository({ imageScanningConfiguration: { scanOnPush: true } });
    await oci.push(path, 'v1', testImage('scan me'));
    const found = await ecr.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageTag: 'v1' } }));
    expect(found.imageScanStatus?.status).toBe('COMPLETE');
  });

  it('is listed in pages without gaps or repetitions', async () => {
    const { ecr, oci, path } = await repository();
    for (const tag of ['a', 'b', 'c', 'd', 'e']) await oci.push(path, tag, testImage(tag));
    const seen: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await ecr.send(new DescribeImagesCommand({ repositoryName, maxResults: 2, nextToken }));
      expect(page.imageDetails?.length).toBeLessThanOrEqual(2);
      seen.push(...(page.imageDetails ?? []).flatMap(({ imageTags }) => imageTags ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(seen.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    const tags = (await (await oci.request(`${path}/tags/list`)).json()) as { tags: string[] };
    expect(tags.tags).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('a tag', () => {
  it('that is immutable takes the same image again and no other', async () => {
    const { oci, path } = await repository(immutable);
    const first = testImage('first');
    expect((await oci.push(path, 'v1', first)).status).toBe(201);
    expect((await oci.push(path, 'v1', first)).status).toBe(201);
    const refused = await oci.push(path, 'v1', testImage('second'));
    expect([refused.status, await refused.json()]).toEqual([
      400,
      {
        errors: [
          {
            code: 'TAG_INVALID',
            message: `The image tag 'v1' already exists in the '${repositoryName}' repository and cannot be overwritten because the tag is immutable.`,
          },
        ],
      },
    ]);
    expect(await (await oci.request(`${path}/manifests/v1`)).text()).toBe(first.manifest);
  });

  it('that is immutable goes to one of two that push it at once', async () => {
    const { oci, path } = await repository(immutable);
    const images = [testImage('left'), testImage('right')];
    for (const image of images) await oci.push(path, image.digest, image);
    const answers = await Promise.all(images.map((image) => oci.putManifest(path, 'v1', image)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
  });

  it('that is excluded moves and leaves its old image untagged', async () => {
    const { ecr, oci, path } = await repository(latestMoves);
    const [first, second] = [testImage('first'), testImage('second')];
    await oci.push(path, 'dev-latest', first);
    expect((await oci.push(path, 'dev-latest', second)).status).toBe(201);
    const untagged = await ecr.send(new ListImagesCommand({ repositoryName, filter: { tagStatus: 'UNTAGGED' } }));
    expect(untagged.imageIds).toEqual([{ imageDigest: first.digest }]);
    const tagged = await ecr.send(new ListImagesCommand({ repositoryName, filter: { tagStatus: 'TAGGED' } }));
    expect(tagged.imageIds).toEqual([{ imageDigest: second.digest, imageTag: 'dev-latest' }]);
    await oci.push(path, 'v1', first);
    expect((await oci.push(path, 'v1', second)).status).toBe(400);
  });
});

describe('PutImage', () => {
  it('adds a tag once, and refuses the same again and another image', async () => {
    const { ecr, oci, path } = await repository(immutable);
    const [image, other] = [testImage('one'), testImage('two')];
    await oci.push(path, 'v1', image);
    await oci.push(path, other.digest, other);
    const put = new PutImageCommand({ repositoryName, imageManifest: image.manifest, imageTag: 'v2' });
    expect((await ecr.send(put)).image?.imageId).toEqual({ imageDigest: image.digest, imageTag: 'v2' });
    await expect(ecr.send(put)).rejects.toMatchObject({ name: 'ImageAlreadyExistsException' });
    const taken = new PutImageCommand({ repositoryName, imageManifest: other.manifest, imageTag: 'v2' });
    await expect(ecr.send(taken)).rejects.toMatchObject({ name: 'ImageTagAlreadyExistsException' });
    expect(await (await oci.request(`${path}/manifests/v2`)).text()).toBe(image.manifest);
  });

  it('refuses a manifest whose layers were never pushed, and a digest that is another', async () => {
    const { ecr } = await repository();
    const imageManifest = testImage('nothing pushed').manifest;
    await expect(
      ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag: 'v1' })),
    ).rejects.toMatchObject({
      name: 'LayersNotFoundException',
    });
    const imageDigest = testImage('other').digest;
    await expect(ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageDigest }))).rejects.toMatchObject({
      name: 'ImageDigestDoesNotMatchException',
    });
  });
});

describe('BatchGetImage', () => {
  it('returns manifests as they were pushed, under the id that was asked for, and says what is missing', async () => {
    const { ecr, oci, path } = await repository();
    const [one, two] = [testImage('one'), testImage('two')];
    await oci.push(path, 'v1', one);
    await oci.push(path, 'v1-again', one);
    await oci.push(path, 'v2', two);
    const ids = [{ imageTag: 'v1' }, { imageTag: 'none' }, { imageTag: 'v1', imageDigest: two.digest }];
    const answer = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds: ids }));
    expect(answer.images?.map(({ imageId, imageManifest }) => ({ imageId, imageManifest }))).toEqual([
      { imageId: { imageDigest: one.digest, imageTag: 'v1' }, imageManifest: one.manifest },
    ]);
    expect(answer.failures?.map(({ failureCode, imageId }) => [failureCode, imageId?.imageTag])).toEqual([
      ['ImageNotFound', 'none'],
      ['ImageTagDoesNotMatchDigest', 'v1'],
    ]);
  });
});

describe('BatchDeleteImage', () => {
  it('removes tags, and with the last one the image, which can be pushed again', async () => {
    const { ecr, oci, path } = await repository();
    const image = testImage('delete me');
    await oci.push(path, 'v1', image);
    await oci.push(path, 'v2', image);
    await ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag: 'v1' }] }));
    expect((await oci.request(`${path}/manifests/v1`)).status).toBe(404);
    expect((await oci.request(`${path}/manifests/v2`)).status).toBe(200);
    await ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageTag: 'v2' }] }));
    expect((await oci.request(`${path}/manifests/${image.digest}`)).status).toBe(404);
    expect((await oci.putManifest(path, 'v3', image)).status).toBe(201);
    expect((await oci.request(`${path}/manifests/v3`)).status).toBe(200);
  });

  it('lists an image without tags among what it deleted', async () => {
    const { ecr, oci, path } = await repository();
    const image = testImage('untagged');
    await oci.push(path, image.digest, image);
    const deletion = new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageDigest: image.digest }] });
    expect(await ecr.send(deletion)).toMatchObject({ imageIds: [{ imageDigest: image.digest }], failures: [] });
    expect((await ecr.send(new DescribeImagesCommand({ repositoryName }))).imageDetails).toEqual([]);
  });

  it('keeps an image that an index needs', async () => {
    const { ecr, oci, path } = await repository();
    const [member, index] = [testImage('member'), testIndex([testImage('member'), testImage('larger member')])];
    for (const image of [member, testImage('larger member')]) await oci.push(path, image.digest, image);
    expect((await oci.push(path, 'v1', index)).status).toBe(201);
    const deletion = new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageDigest: member.digest }] });
    expect((await ecr.send(deletion)).failures?.map(({ failureCode }) => failureCode)).toEqual([
      'ImageReferencedByManifestList',
    ]);
    const described = await ecr.send(new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'v1' }] }));
    expect(described.imageDetails?.[0]?.imageSizeInBytes).toBe(testImage('larger member').size);
  });
});

describe('DeleteRepository', () => {
  it('needs force when there are images, which then are gone', async () => {
    const { ecr, oci, path } = await repository();
    const image = testImage('in the way');
    await oci.push(path, 'v1', image);
    await expect(ecr.send(new DeleteRepositoryCommand({ repositoryName }))).rejects.toMatchObject({
      name: 'RepositoryNotEmptyException',
    });
    await ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
    const gone = await oci.request(`${path}/manifests/v1`);
    expect(await gone.json()).toMatchObject({ errors: [{ code: 'NAME_UNKNOWN' }] });
    await ecr.send(new CreateRepositoryCommand({ repositoryName }));
    expect((await oci.request(`${path}/manifests/${image.digest}`)).status).toBe(404);
  });
});

describe('artifacts', () => {
  it('are found through the image that they are about', async () => {
    const { oci, path } = await repository();
    const image = testImage('signed');
    await oci.push(path, 'v1', image);
    const subject = { mediaType: image.mediaType, digest: image.digest, size: image.manifest.length };
    const artifact = testImage('sbom', { artifactType: 'application/spdx+json', subject });
    expect((await oci.push(path, artifact.digest, artifact)).headers.get('oci-subject')).toBe(image.digest);
    const found = await oci.request(`${path}/referrers/${image.digest}?artifactType=application/spdx%2Bjson`);
    expect(await found.json()).toMatchObject({
      manifests: [{ digest: artifact.digest, artifactType: 'application/spdx+json' }],
    });
    const none = await oci.request(`${path}/referrers/${image.digest}?artifactType=other`);
    expect(await none.json()).toMatchObject({ manifests: [] });
  });
});
