import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errorMessage } from '@slipway/cli';
import { isDigest, parseImageRef } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { Failure } from '../failure.ts';
import { readOptional } from '../read-optional.ts';
import { sha256 } from '../sha256.ts';
import { imageSchema, nameSchema } from './image-record.ts';
import type { StoredImage, StoredName } from './image-record.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Images in a folder: `blobs/sha256` as in an OCI image layout, `images` and `names` with a small file each. Files are replaced as a
 * whole, so several builds may write at once.
 */
export class ImageStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** By name, with `latest` for none, or by id. */
  async find(name: string): Promise<StoredImage | undefined> {
    const id = isDigest(name) ? name : (await this.#read('names', sha256(tagged(name)), nameSchema))?.id;
    return id === undefined ? undefined : this.#read('images', id, imageSchema);
  }

  /** All images, the one that was put last first. */
  async list(): Promise<(StoredImage & Dated)[]> {
    const images = await this.#all('images', imageSchema);
    return images.sort((a, b) => b.putAt.getTime() - a.putAt.getTime());
  }

  /** Every name, with the id of its image. */
  async names(): Promise<StoredName[]> {
    return this.#all('names', nameSchema);
  }

  async put(image: StoredImage): Promise<void> {
    await this.#made('images');
    await replaceFile(this.#file('images', hexOf(image.id)), JSON.stringify(image));
  }

  async tag(id: Digest, name: string): Promise<void> {
    await this.#made('names');
    const entry = { schemaVersion: 1, name: tagged(name), id };
    await replaceFile(this.#file('names', hexOf(sha256(entry.name))), JSON.stringify(entry));
  }

  async untag(name: string): Promise<void> {
    await rm(this.#file('names', hexOf(sha256(tagged(name)))), { force: true });
  }

  /** Forgets an image, and the blobs that no other image has. */
  async remove({ id, blobs }: Pick<StoredImage, 'id' | 'blobs'>): Promise<void> {
    await rm(this.#file('images', hexOf(id)), { force: true });
    const used = new Set((await this.list()).flatMap((image) => image.blobs));
    for (const blob of blobs) if (!used.has(blob)) await rm(this.#blob(blob), { force: true });
  }

  /** Text of a blob. */
  async text(digest: Digest): Promise<string> {
    return readFile(this.#blob(digest), 'utf8');
  }

  blob(digest: Digest): AsyncIterable<Uint8Array> {
    return createReadStream(this.#blob(digest));
  }

  /** A new OCI layout for a build to write. Its blobs are the store's, so layers that are there aren't sent again. */
  async newLayout(): Promise<string> {
    const layout = await mkdtemp(join(await this.#made('layouts'), 'build-'));
    await symlink(await this.#made('blobs'), join(layout, 'blobs'));
    return layout;
  }

  async #all<T extends object>(kind: Kind, schema: Schema<T>): Promise<(T & Dated)[]> {
    const files = await readdir(await this.#made(kind));
    const found = files.flatMap((file) => /^([0-9a-f]{64})\.json$/.exec(file)?.[1] ?? []);
    const all = await Promise.all(
      found.map(async (hex) => {
        const value = await this.#read(kind, `sha256:${hex}`, schema);
        return value && { ...value, putAt: (await stat(this.#file(kind, hex))).mtime };
      }),
    );
    return all.filter((value) => value !== undefined);
  }

  async #read<T>(kind: Kind, digest: Digest, schema: Schema<T>): Promise<T | undefined> {
    const file = this.#file(kind, hexOf(digest));
    try {
      const text = await readOptional(file);
      return text === undefined ? undefined : schema.parse(JSON.parse(text));
    } catch (cause) {
      throw new Failure({
        code: 'engine-failed',
        message: `'${file}' can't be read: ${errorMessage(cause)}`,
        fix: `remove the folder '${this.#folder}', and build again`,
        cause,
      });
    }
  }

  #file(kind: Kind, hex: string): string {
    return join(this.#folder, kind, `${hex}.json`);
  }

  #blob(digest: Digest): string {
    return join(this.#folder, 'blobs', 'sha256', hexOf(digest));
  }

  async #made(kind: Kind | 'blobs' | 'layouts'): Promise<string> {
    const folder = join(this.#folder, kind);
    await mkdir(folder, { recursive: true });
    return folder;
  }
}

type Kind = 'images' | 'names';

interface Schema<T> {
  readonly parse: (value: unknown) => T;
}

export interface Dated {
  /** When it was written last. */
  readonly putAt: Date;
}

function hexOf(digest: Digest): string {
  return digest.slice('sha256:'.length);
}

/** Without a tag and a digest, `latest` is meant, as everywhere in Docker. */
function tagged(name: string): string {
  const { tag, digest } = parseImageRef(name);
  return tag === undefined && digest === undefined ? `${name}:latest` : name;
}
