import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { z } from 'zod';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import { Failure } from '../failure.ts';
import { downloadBlob } from './blob-download.ts';
import { BlobUpload } from './blob-upload.ts';
import type { ImageRegistry, ManifestText, Referrer, RemoteImage } from './image-registry.ts';
import { MANIFEST_TYPES, parseConfigLabels, parseManifest } from './manifest.ts';
import { nextPage } from './next-page.ts';
import { sha256 } from '../sha256.ts';
import { readDocument, textOf } from './read-document.ts';
import { parseReferrers, subjectOf } from './referrer.ts';
import { tagReferrer, taggedReferrers } from './referrers-tag.ts';
import { RegistryClient } from './registry-client.ts';
import type { RegistryAnswer } from './registry-client.ts';
import { nonsense, refusal } from './registry-failure.ts';
import type { Patience } from './retry-transport.ts';

/** ECR's most for one page. */
const TAGS_PER_PAGE = 1000;
const tagsSchema = z.object({ tags: z.array(z.string()).nullish() });
const ACCEPT = { Accept: MANIFEST_TYPES.join(', ') };

type Document = ManifestText & { readonly digest: Digest };

/** A repository behind the OCI distribution protocol. */
export class HttpImageRegistry implements ImageRegistry {
  readonly #client: RegistryClient;
  readonly #upload: BlobUpload;

  constructor(place: RepositoryPlace, patience: Patience = {}) {
    this.#client = new RegistryClient(place, patience);
    this.#upload = new BlobUpload(this.#client);
  }

  async find(reference: string): Promise<RemoteImage | undefined> {
    const found = await this.manifest(reference);
    if (found === undefined) return undefined;
    const { config, bytes } = parseManifest(found.text);
    const labels = config === undefined ? {} : await this.#labels(config.digest);
    return { digest: found.digest, imageId: config?.digest, labels, compressedBytes: bytes };
  }

  async digestOf(reference: string): Promise<Digest | undefined> {
    const url = this.#client.address(`manifests/${reference}`);
    const answer = await this.#client.ask(url, { method: 'HEAD', headers: ACCEPT });
    if (answer.status === 404) return undefined;
    const digest = answer.headers.get('docker-content-digest');
    return isDigest(digest) ? digest : (await this.manifest(reference))?.digest;
  }

  async addTag(digest: Digest, tag: string): Promise<void> {
    const manifest = await this.manifest(digest);
    if (manifest === undefined) throw absent(this.#client.name(this.#client.address(`manifests/${digest}`)));
    await this.#put(tag, manifest);
  }

  async manifest(reference: string): Promise<Document | undefined> {
    const url = this.#client.address(`manifests/${reference}`);
    const answer = await this.#client.ask(url, { headers: ACCEPT });
    return answer.status === 404 ? undefined : readDocument(answer, this.#client.name(url));
  }

  async putManifest(reference: string, { mediaType, text }: ManifestText): Promise<Digest> {
    const document = { mediaType, text, digest: sha256(text) };
    const subject = subjectOf(text);
    const { headers } = await this.#put(reference, document);
    // A registry that has read the subject says so (OCI distribution spec 1.1, pushing manifests with subject).
    if (subject !== undefined && !headers.has('oci-subject')) await this.#list(subject, document);
    return document.digest;
  }

  async tags(): Promise<readonly string[]> {
    const pages = await this.#pages(this.#client.address(`tags/list?n=${TAGS_PER_PAGE}`));
    return (pages ?? []).flatMap((text) => tagsSchema.parse(JSON.parse(text)).tags ?? []);
  }

  async hasBlob(digest: Digest): Promise<boolean> {
    return this.#upload.has(digest);
  }

  readBlob(digest: Digest): AsyncIterable<Uint8Array> {
    return downloadBlob(this.#client, digest);
  }

  async writeBlob(digest: Digest, size: number, content: () => AsyncIterable<Uint8Array>): Promise<void> {
    await this.#upload.write({ digest, size, content });
  }

  async mountBlob(digest: Digest, fromRepository: string): Promise<boolean> {
    return this.#upload.mount(digest, fromRepository);
  }

  async referrers(digest: Digest): Promise<readonly Referrer[]> {
    const pages = await this.#pages(this.#client.address(`referrers/${digest}`));
    return pages === undefined ? taggedReferrers(this, digest) : pages.flatMap(parseReferrers);
  }

  /** Not every registry with an API for referrers says that it has read the subject. */
  async #list(subject: Digest, document: Document): Promise<void> {
    const answer = await this.#client.ask(this.#client.address(`referrers/${subject}`));
    if (answer.status === 404) await tagReferrer(this, subject, document);
  }

  /** A second attempt after a lost answer may find the tag taken by the first. */
  async #put(reference: string, { mediaType, text, digest }: Document): Promise<Pick<RegistryAnswer, 'headers'>> {
    const url = this.#client.address(`manifests/${reference}`);
    try {
      return await this.#client.ask(url, { method: 'PUT', headers: { 'Content-Type': mediaType }, body: () => text });
    } catch (error) {
      const taken = error instanceof Failure && error.code === 'tag-conflict';
      if (taken && (await this.digestOf(reference)) === digest) return { headers: new Headers() };
      throw error;
    }
  }

  /** Every page of a list; undefined where there is none. */
  async #pages(first: URL): Promise<string[] | undefined> {
    const texts: string[] = [];
    for (let page: URL | undefined = first; page !== undefined;) {
      const answer: RegistryAnswer = await this.#client.ask(page);
      if (answer.status === 404) return undefined;
      texts.push(textOf(answer));
      page = nextPage(answer);
    }
    return texts;
  }

  async #labels(config: Digest): Promise<RemoteImage['labels']> {
    const url = this.#client.address(`blobs/${config}`);
    const answer = await this.#client.ask(url);
    if (answer.status === 404) throw refusal({ status: 404, text: textOf(answer) }, this.#client.name(url));
    const found = sha256(answer.bytes);
    if (found !== config)
      throw nonsense(`the registry's '${this.#client.name(url)}' has content of the digest '${found}'`);
    return parseConfigLabels(textOf(answer));
  }
}

function absent(name: string): Failure {
  return new Failure({
    code: 'image-missing',
    message: `the registry has no '${name}' to tag`,
    fix: 'push the image again: somebody or a lifecycle rule removed it',
  });
}
