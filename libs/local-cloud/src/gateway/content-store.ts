import type { StoredImage } from './control-plane.ts';
import type { RepositoryId } from './repository-id.ts';

/** Manifests and layers by digest. Tags are the control plane's. */
export interface ContentStore {
  /** Stores a manifest whose layers are there. @throws ContentRefusal when they aren't or the manifest is invalid. */
  putManifest(id: RepositoryId, image: StoredImage): Promise<void>;
  /** Removes a manifest; no error when it isn't there. */
  deleteManifest(id: RepositoryId, digest: string): Promise<void>;
}
