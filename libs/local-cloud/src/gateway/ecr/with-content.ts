import type { ControlPlane, ImageDetail, StoredImage } from '../control-plane.ts';
import type { RepositoryId } from '../repository-id.ts';
import { artifactType } from './artifact-type.ts';
import { imageSize } from './image-size.ts';
import { parseManifest } from './parse-manifest.ts';

/** Adds what only manifests tell: sizes and the type of artifacts. */
export async function withContent(
  controlPlane: ControlPlane,
  id: RepositoryId,
  details: readonly ImageDetail[],
): Promise<readonly object[]> {
  const images = await controlPlane.images(id, byDigest(details.map(({ imageDigest }) => imageDigest)));
  const members = await controlPlane.images(id, byDigest(images.flatMap(membersOf)));
  const memberSizes = new Map(members.map((image) => [image.digest, sizeOf(image)]));
  const manifests = new Map(images.map((image) => [image.digest, image]));
  return details.map((detail) => {
    const image = manifests.get(detail.imageDigest);
    return image === undefined ? detail : { ...detail, ...contentOf(image, memberSizes) };
  });
}

function byDigest(digests: readonly string[]): readonly { imageDigest: string }[] {
  return digests.map((imageDigest) => ({ imageDigest }));
}

function membersOf({ manifest }: StoredImage): readonly string[] {
  return (parseManifest(manifest)?.manifests ?? []).map(({ digest }) => digest);
}

function sizeOf({ manifest }: StoredImage): number {
  return imageSize(parseManifest(manifest) ?? {});
}

function contentOf({ manifest }: StoredImage, memberSizes: ReadonlyMap<string, number>): object {
  const parsed = parseManifest(manifest) ?? {};
  return { imageSizeInBytes: imageSize(parsed, memberSizes), artifactMediaType: artifactType(parsed) };
}
