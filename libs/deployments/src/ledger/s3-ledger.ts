import { GetObjectCommand, PutObjectCommand, S3Client, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { errorName, inParallel, interrupted, isFailure } from '@slipway/cli';
import type { EnvironmentSpec } from '@slipway/environments';
import type { ReleaseEntry } from '@slipway/images';
import { parseEntry } from './entry-schema.ts';
import { entryKey, folderOf, sequenceOf } from './entry-key.ts';
import { ledgerConflict, ledgerFailure, ledgerUnreadable } from './ledger-failure.ts';
import type { Ledger } from './ledger.ts';

const READS_AT_ONCE = 8;
/** S3 user guide, "How to prevent object overwrites with conditional writes": 412 when the object is there, 409 when it is being written. */
const TAKEN = ['PreconditionFailed', 'ConditionalRequestConflict'];

export type LedgerPlace = Pick<EnvironmentSpec, 'name' | 'account' | 'state'>;

export interface S3LedgerOptions {
  readonly signal: AbortSignal;
  /** More than the SDK takes from this process, such as a profile. @default nothing */
  readonly settings?: S3ClientConfig;
  /** Keys per page of a listing. @default 1000, the most that S3 takes */
  readonly pageSize?: number;
}

/**
 * One object for each entry, in the bucket that holds the environment's Terraform state: versioned, encrypted, never public.
 * An entry is written only where none is (`If-None-Match: *`), so of two writers one wins.
 */
export class S3Ledger implements Ledger {
  readonly #place: LedgerPlace;
  readonly #client: S3Client;
  readonly #options: S3LedgerOptions;

  constructor(place: LedgerPlace, options: S3LedgerOptions) {
    this.#place = place;
    this.#options = options;
    this.#client = new S3Client({ region: place.state.region, ...options.settings });
  }

  async entries(container: string): Promise<readonly ReleaseEntry[]> {
    const keys = await this.#during(container, () => this.#keys(container));
    return inParallel(keys, { limit: READS_AT_ONCE, work: (key) => this.#entry(container, key) });
  }

  async append(entry: ReleaseEntry): Promise<void> {
    const key = entryKey(this.#place.name, entry);
    await this.#during(entry.container, async () => {
      try {
        await this.#put(key, textOf(entry));
      } catch (error) {
        if (!TAKEN.includes(errorName(error))) throw error;
        // A write whose answer was lost is sent again by the SDK, and then meets itself.
        if ((await this.#text(key)) !== textOf(entry)) throw ledgerConflict(key, error);
      }
    });
  }

  async #keys(container: string): Promise<string[]> {
    const request = { ...this.#bucket, Prefix: folderOf(this.#place.name, container) };
    const { signal, pageSize } = this.#options;
    const paging = { client: this.#client, ...(pageSize === undefined ? {} : { pageSize }) };
    const keys: string[] = [];
    for await (const page of paginateListObjectsV2(paging, request, { abortSignal: signal }))
      keys.push(...(page.Contents ?? []).flatMap(({ Key: key }) => (key === undefined ? [] : [key])));
    requireUnbroken(keys.sort());
    return keys;
  }

  async #entry(container: string, key: string): Promise<ReleaseEntry> {
    const text = await this.#during(container, () => this.#text(key));
    try {
      return parseEntry(text, { environment: this.#place.name, container, sequence: sequenceOf(key) });
    } catch (cause) {
      throw ledgerUnreadable(key, cause);
    }
  }

  async #text(key: string): Promise<string> {
    const request = new GetObjectCommand({ ...this.#bucket, Key: key });
    const { Body: body } = await this.#client.send(request, { abortSignal: this.#options.signal });
    return (await body?.transformToString()) ?? '';
  }

  async #put(key: string, text: string): Promise<void> {
    const request = { ...this.#bucket, Key: key, Body: text, ContentType: 'application/json', IfNoneMatch: '*' };
    await this.#client.send(new PutObjectCommand(request), { abortSignal: this.#options.signal });
  }

  /** S3 refuses the request when the bucket belongs to anybody else. */
  get #bucket(): { Bucket: string; ExpectedBucketOwner: string } {
    return { Bucket: this.#place.state.bucket, ExpectedBucketOwner: this.#place.account };
  }

  async #during<T>(container: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (this.#options.signal.aborted) throw interrupted(error);
      const where = `s3://${this.#place.state.bucket}/${folderOf(this.#place.name, container)}`;
      throw isFailure(error) ? error : ledgerFailure(error, where);
    }
  }
}

function textOf(entry: ReleaseEntry): string {
  return `${JSON.stringify(entry, null, 2)}\n`;
}

/** Numbers follow one another, so a gap is an entry that somebody deleted. */
function requireUnbroken(keys: readonly string[]): void {
  const wrong = keys.findIndex((key, index) => sequenceOf(key) !== index + 1);
  const key = keys[wrong];
  if (key !== undefined) throw ledgerUnreadable(key, new Error(`the entry ${wrong + 1} is missing before it`));
}
