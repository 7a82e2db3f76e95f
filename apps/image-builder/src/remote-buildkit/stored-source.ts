import type { CopySource } from '../copy/copy-request.ts';
import type { StoredImage } from './image-record.ts';
import type { ImageStore } from './image-store.ts';

/** An image of the store, to be copied into a registry. Nothing refers to it yet. */
export function storedSource(store: ImageStore, { manifest }: StoredImage): CopySource {
  return {
    manifest: async () => ({ ...manifest, text: await store.text(manifest.digest) }),
    readBlob: (digest) => store.blob(digest),
    referrers: () => Promise.resolve([]),
  };
}
