import type { LocalStorage, StoredImage } from '../engine/local-storage.ts';
import { ImageStore } from './image-store.ts';

/**
 * The folder of images that a BuildKit elsewhere built. Nothing but a push uses them, so each can be removed. The cache of that BuildKit
 * is not of this machine, and others use it: it clears it by its own rules (BuildKit documentation, buildkitd.toml, `gcpolicy`).
 */
export class BuildKitLocalStorage implements LocalStorage {
  readonly #store: ImageStore;

  constructor(folder: string) {
    this.#store = new ImageStore(folder);
  }

  async list(label: string): Promise<StoredImage[]> {
    const names = await this.#store.names();
    const images = (await this.#store.list()).filter(({ labels }) => labels[label] !== undefined);
    return images.map(({ id, labels, bytes, putAt }) => {
      const own = names.filter((name) => name.id === id).map(({ name }) => name);
      return { id, labels, bytes, names: own.sort(), createdAt: putAt };
    });
  }

  async remove({ id, names }: Pick<StoredImage, 'id' | 'names'>): Promise<boolean> {
    const all = (await this.#store.names()).filter((name) => name.id === id).map(({ name }) => name);
    for (const name of all) if (names.includes(name)) await this.#store.untag(name);
    const image = await this.#store.find(id);
    if (image !== undefined && all.every((name) => names.includes(name))) await this.#store.remove(image);
    return true;
  }

  pruneCache(): Promise<number> {
    return Promise.resolve(0);
  }
}
