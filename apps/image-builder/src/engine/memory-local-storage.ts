import type { LocalStorage, StoredImage } from './local-storage.ts';

/** An engine's disk for tests. */
export class MemoryLocalStorage implements LocalStorage {
  images: readonly StoredImage[] = [];
  /** Ids of images that containers use. */
  readonly used = new Set<string>();
  /** What was asked to be pruned, in days. */
  readonly pruned: number[] = [];

  list(label: string): Promise<readonly StoredImage[]> {
    return Promise.resolve(this.images.filter(({ labels }) => Object.hasOwn(labels, label)));
  }

  remove({ id }: Pick<StoredImage, 'id' | 'names'>): Promise<boolean> {
    if (this.used.has(id)) return Promise.resolve(false);
    this.images = this.images.filter((image) => image.id !== id);
    return Promise.resolve(true);
  }

  pruneCache(unusedForDays: number): Promise<number> {
    this.pruned.push(unusedForDays);
    return Promise.resolve(0);
  }
}
