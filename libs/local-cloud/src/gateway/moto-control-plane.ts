import { AwsError } from './aws-error.ts';
import type {
  ControlPlane,
  DeletedImages,
  ImageDetail,
  ImageId,
  NewImage,
  RegistryId,
  RepositoryRecord,
  StoredImage,
} from './control-plane.ts';
import type { MotoClient } from './moto-client.ts';
import type { RepositoryId } from './repository-id.ts';

/** The control plane as moto has it, mended as src/moto/start_moto.py says. */
export class MotoControlPlane implements ControlPlane {
  readonly #moto: MotoClient;

  constructor(moto: MotoClient) {
    this.#moto = moto;
  }

  async createRepository(registry: RegistryId, input: object): Promise<RepositoryRecord> {
    const answer = await this.#moto.ecr('CreateRepository', registry, input);
    return (answer as { repository: RepositoryRecord }).repository;
  }

  async repositories(registry: RegistryId, names?: readonly string[]): Promise<readonly RepositoryRecord[]> {
    const answer = await this.#moto.ecr('DescribeRepositories', registry, { repositoryNames: names });
    return (answer as { repositories: readonly RepositoryRecord[] }).repositories;
  }

  async repository(id: RepositoryId): Promise<RepositoryRecord> {
    const [found] = await this.repositories(id, [id.name]);
    return found ?? missing(id);
  }

  async deleteRepository(id: RepositoryId, force: boolean): Promise<RepositoryRecord> {
    const answer = await this.#moto.ecr('DeleteRepository', id, { repositoryName: id.name, force });
    return (answer as { repository: RepositoryRecord }).repository;
  }

  async details(id: RepositoryId, imageIds?: readonly ImageId[]): Promise<readonly ImageDetail[]> {
    const answer = await this.#moto.ecr('DescribeImages', id, { repositoryName: id.name, imageIds });
    return (answer as { imageDetails: readonly ImageDetail[] }).imageDetails;
  }

  async images(id: RepositoryId, imageIds: readonly ImageId[]): Promise<readonly StoredImage[]> {
    if (imageIds.length === 0) return [];
    const answer = await this.#moto.ecr('BatchGetImage', id, { repositoryName: id.name, imageIds });
    const images = (answer as { images: readonly MotoImage[] }).images.map(storedImage);
    return [...new Map(images.map((image) => [image.digest, image])).values()];
  }

  async putImage(id: RepositoryId, { digest, manifest, mediaType, tag }: NewImage): Promise<void> {
    await this.#moto.ecr('PutImage', id, {
      repositoryName: id.name,
      imageManifest: manifest,
      imageManifestMediaType: mediaType,
      imageTag: tag,
      imageDigest: digest,
    });
  }

  async deleteImages(id: RepositoryId, imageIds: readonly ImageId[]): Promise<DeletedImages> {
    return (await this.#moto.ecr('BatchDeleteImage', id, { repositoryName: id.name, imageIds })) as DeletedImages;
  }

  async startScan(id: RepositoryId, imageId: ImageId): Promise<void> {
    await this.#moto.ecr('StartImageScan', id, { repositoryName: id.name, imageId });
  }
}

interface MotoImage {
  readonly imageId: { readonly imageDigest: string };
  readonly imageManifest: string;
  readonly imageManifestMediaType: string;
}

function storedImage({ imageId, imageManifest, imageManifestMediaType }: MotoImage): StoredImage {
  return { digest: imageId.imageDigest, manifest: imageManifest, mediaType: imageManifestMediaType };
}

function missing({ name, account }: RepositoryId): never {
  throw new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${account}'`,
  );
}
