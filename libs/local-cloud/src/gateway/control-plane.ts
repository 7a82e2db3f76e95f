import type { RepositoryId } from './repository-id.ts';
import type { TagMutability } from './ecr/tag-mutability.ts';

/** Names an image by one or both. */
export interface ImageId {
  readonly imageDigest?: string | undefined;
  readonly imageTag?: string | undefined;
}

export interface RepositoryRecord extends TagMutability {
  readonly repositoryArn: string;
  readonly registryId: string;
  readonly repositoryName: string;
  readonly repositoryUri: string;
  readonly imageScanningConfiguration?: { readonly scanOnPush?: boolean };
}

export interface ImageDetail {
  readonly registryId: string;
  readonly repositoryName: string;
  readonly imageDigest: string;
  /** Absent when the image has none. */
  readonly imageTags?: readonly string[];
  readonly imageManifestMediaType?: string;
  /** Seconds since 1970. */
  readonly imagePushedAt: number;
}

export interface StoredImage {
  readonly digest: string;
  /** The manifest as it was pushed. */
  readonly manifest: string;
  readonly mediaType: string;
}

export interface NewImage extends StoredImage {
  readonly tag?: string | undefined;
}

export interface DeletedImages {
  readonly imageIds: readonly ImageId[];
  readonly failures: readonly ImageFailure[];
}

export interface ImageFailure {
  readonly imageId: ImageId;
  readonly failureCode: string;
  readonly failureReason: string;
}

/** A registry: repositories of one account in one region. */
export type RegistryId = Omit<RepositoryId, 'name'>;

/**
 * The emulated control plane of ECR, which knows repositories, tags and which images exist.
 * Every method fails with an `AwsError` where ECR would refuse.
 */
export interface ControlPlane {
  createRepository(registry: RegistryId, input: object): Promise<RepositoryRecord>;
  /** All repositories, or those with the names. */
  repositories(registry: RegistryId, names?: readonly string[]): Promise<readonly RepositoryRecord[]>;
  repository(id: RepositoryId): Promise<RepositoryRecord>;
  deleteRepository(id: RepositoryId, force: boolean): Promise<RepositoryRecord>;
  /** All images, or those with the ids; then all of them must be there. */
  details(id: RepositoryId, imageIds?: readonly ImageId[]): Promise<readonly ImageDetail[]>;
  /** Those of the images that are there, each once. */
  images(id: RepositoryId, imageIds: readonly ImageId[]): Promise<readonly StoredImage[]>;
  /** Adds an image or a tag to it; another image that had the tag loses it. Immutability is not checked here. */
  putImage(id: RepositoryId, image: NewImage): Promise<void>;
  deleteImages(id: RepositoryId, imageIds: readonly ImageId[]): Promise<DeletedImages>;
  startScan(id: RepositoryId, imageId: ImageId): Promise<void>;
}
