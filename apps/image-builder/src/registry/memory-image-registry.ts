import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { Failure } from '../failure.ts';
import type { ImageRegistry, ManifestText, Referrer, RemoteImage } from './image-registry.ts';
import { parseConfigLabels, parseManifest } from './manifest.ts';
import { sha256 } from '../sha256.ts';
import { referrerOf } from './referrer.ts';

const IMAGE_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const IMAGE_CONFIG = 'application/vnd.oci.image.config.v1+json';

/** A repository for tests. Tags outside `movingTags` are immutable, as in ECR. */
export class MemoryImageRegistry implements ImageRegistry {
  readonly #manifests = new Map<Digest, ManifestText>();
  readonly #blobs = new Map<Digest, Uint8Array>();
  readonly #tags = new Map<string, Digest>();
  readonly #movingTags: readonly string[];
  /** Repositories of the same registry, by name: blobs can be mounted from them. */
  readonly neighbours = new Map<string, MemoryImageRegistry>();
  /** Blobs that were sent, not mounted. */
  readonly uploads: Digest[] = [];

  constructor(movingTags: readonly string[] = []) {
    this.#movingTags = movingTags;
  }

  async find(reference: string): Promise<RemoteImage | undefined> {
    const found = await this.manifest(reference);
    if (found === undefined) return undefined;
    const { config, bytes } = parseManifest(found.text);
    const blob = config === undefined ? undefined : this.#blobs.get(config.digest);
    const labels = blob === undefined ? {} : parseConfigLabels(Buffer.from(blob).toString());
    return { digest: found.digest, imageId: config?.digest, labels, compressedBytes: bytes };
  }

  digestOf(reference: string): Promise<Digest | undefined> {
    const digest = isDigest(reference) ? reference : this.#tags.get(reference);
    return Promise.resolve(digest !== undefined && this.#manifests.has(digest) ? digest : undefined);
  }

  addTag(digest: Digest, tag: string): Promise<void> {
    if (!this.#manifests.has(digest)) return Promise.reject(absent(digest));
    return Promise.resolve().then(() => {
      this.#point(tag, digest);
    });
  }

  async manifest(reference: string): Promise<(ManifestText & { digest: Digest }) | undefined> {
    const digest = await this.digestOf(reference);
    const found = digest === undefined ? undefined : this.#manifests.get(digest);
    return found === undefined || digest === undefined ? undefined : { ...found, digest };
  }

  putManifest(reference: string, { mediaType, text }: ManifestText): Promise<Digest> {
    const digest = sha256(text);
    return Promise.resolve().then(() => {
      if (!isDigest(reference)) this.#point(reference, digest);
      this.#manifests.set(digest, { mediaType, text });
      return digest;
    });
  }

  tags(): Promise<readonly string[]> {
    return Promise.resolve([...this.#tags.keys()]);
  }

  hasBlob(digest: Digest): Promise<boolean> {
    return Promise.resolve(this.#blobs.has(digest));
  }

  async *readBlob(digest: Digest): AsyncIterable<Uint8Array> {
    const blob = this.#blobs.get(digest);
    if (blob === undefined) throw absent(digest);
    yield await Promise.resolve(blob);
  }

  async writeBlob(digest: Digest, size: number, content: () => AsyncIterable<Uint8Array>): Promise<void> {
    const pieces: Uint8Array[] = [];
    for await (const piece of content()) pieces.push(piece);
    const blob = Buffer.concat(pieces);
    if (blob.length !== size || sha256(blob) !== digest) throw refused(`'${digest}': the content is another`);
    this.#blobs.set(digest, blob);
    this.uploads.push(digest);
  }

  mountBlob(digest: Digest, fromRepository: string): Promise<boolean> {
    const blob = this.neighbours.get(fromRepository)?.blob(digest);
    if (blob !== undefined) this.#blobs.set(digest, blob);
    return Promise.resolve(blob !== undefined);
  }

  referrers(digest: Digest): Promise<readonly Referrer[]> {
    const all = [...this.#manifests].map(([of, manifest]) => referrerOf(digest, { ...manifest, digest: of }));
    return Promise.resolve(all.filter((referrer) => referrer !== undefined));
  }

  blob(digest: Digest): Uint8Array | undefined {
    return this.#blobs.get(digest);
  }

  /** Takes an image without layers, as a push does. Only one with its own `config` can be copied: its id is the digest of that. */
  put(tag: string, image: { imageId: Digest; labels: RemoteImage['labels']; config?: string }): Digest {
    const blob = Buffer.from(image.config ?? memoryConfig(image.labels));
    this.#blobs.set(image.imageId, blob);
    const config = { mediaType: IMAGE_CONFIG, digest: image.imageId, size: blob.length };
    const text = JSON.stringify({ schemaVersion: 2, mediaType: IMAGE_MANIFEST, config, layers: [] });
    this.#point(tag, sha256(text));
    this.#manifests.set(sha256(text), { mediaType: IMAGE_MANIFEST, text });
    return sha256(text);
  }

  /** Loses a manifest and its tags, as a clean-up does. */
  remove(digest: Digest): void {
    this.#manifests.delete(digest);
    for (const [tag, target] of this.#tags) if (target === digest) this.#tags.delete(tag);
  }

  get tagged(): Readonly<Record<string, Digest>> {
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

/** The config of an image of the fakes. Its digest is the image's id. */
export function memoryConfig(labels: RemoteImage['labels'], comment = ''): string {
  return JSON.stringify({ architecture: 'amd64', os: 'linux', comment, config: { Labels: labels } });
}

function absent(digest: Digest): Failure {
  return new Failure({ code: 'repository-missing', message: `there is no '${digest}'`, fix: 'push it' });
}

function refused(what: string): Failure {
  return new Failure({ code: 'registry-failed', message: `refused ${what}`, fix: 'send what was named' });
}
