import { createHash } from 'node:crypto';
import type { Digest } from '@slipway/images';
import { Failure } from '../failure.ts';
import type { ImageRegistry, RemoteImage } from './image-registry.ts';

/** A repository for tests. Tags outside `movingTags` are immutable, as in ECR. */
export class MemoryImageRegistry implements ImageRegistry {
  readonly #images = new Map<Digest, RemoteImage>();
  readonly #tags = new Map<string, Digest>();
  readonly #movingTags: readonly string[];

  constructor(movingTags: readonly string[] = []) {
    this.#movingTags = movingTags;
  }

  async find(reference: string): Promise<RemoteImage | undefined> {
    const digest = await this.digestOf(reference);
    return digest && this.#images.get(digest);
  }

  digestOf(reference: string): Promise<Digest | undefined> {
    const named = this.#tags.get(reference);
    return Promise.resolve(named ?? [...this.#images.keys()].find((digest) => digest === reference));
  }

  async addTag(digest: Digest, tag: string): Promise<void> {
    if (!this.#images.has(digest)) {
      throw new Failure({ code: 'repository-missing', message: `there is no '${digest}'`, fix: 'push it' });
    }
    this.#point(tag, digest);
    return Promise.resolve();
  }

  /** Takes an image, as a push does. */
  put(tag: string, image: { imageId: Digest; labels: RemoteImage['labels'] }): Digest {
    const digest: Digest = `sha256:${createHash('sha256').update(`manifest of ${image.imageId}`).digest('hex')}`;
    this.#images.set(digest, { ...image, digest, compressedBytes: 100 });
    this.#point(tag, digest);
    return digest;
  }

  get tags(): Readonly<Record<string, Digest>> {
    return Object.fromEntries(this.#tags);
  }

  #point(tag: string, digest: Digest): void {
    const before = this.#tags.get(tag);
    if (before !== undefined && before !== digest && !this.#movingTags.includes(tag)) {
      throw new Failure({ code: 'tag-conflict', message: `the tag '${tag}' is immutable`, fix: 'use another' });
    }
    this.#tags.set(tag, digest);
  }
}
