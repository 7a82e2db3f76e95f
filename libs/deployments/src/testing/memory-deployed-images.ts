import type { DeployedImage, DeployedImages } from '../deployed-images.ts';

/** A service for tests. */
export class MemoryDeployedImages implements DeployedImages {
  images: readonly DeployedImage[] = [];
  /** What asking ends in. @default an answer */
  failure: Error | undefined;

  list(): Promise<readonly DeployedImage[]> {
    return this.failure === undefined ? Promise.resolve(this.images) : Promise.reject(this.failure);
  }
}
