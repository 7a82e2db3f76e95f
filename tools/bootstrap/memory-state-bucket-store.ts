import { BootstrapFailure } from './bootstrap-failure.ts';
import type { StateBucketStore } from './state-bucket-store.ts';

export interface MemoryBuckets {
  /** Buckets of other accounts. @default none */
  readonly foreign?: readonly string[];
  /** Fails this many times before a bucket is closed, as a run that is ended. @default 0 */
  readonly failures?: number;
}

/** Buckets in memory: name to whether it is closed. */
export class MemoryStateBucketStore implements StateBucketStore {
  readonly buckets = new Map<string, boolean>();
  readonly #foreign: readonly string[];
  #failures: number;

  constructor({ foreign = [], failures = 0 }: MemoryBuckets = {}) {
    this.#foreign = foreign;
    this.#failures = failures;
  }

  exists(bucket: string): Promise<boolean> {
    if (this.#foreign.includes(bucket)) return Promise.reject(new BootstrapFailure(`"${bucket}" is another account's`));
    return Promise.resolve(this.buckets.has(bucket));
  }

  create(bucket: string): Promise<void> {
    if (this.buckets.has(bucket)) return Promise.reject(new Error('BucketAlreadyOwnedByYou'));
    this.buckets.set(bucket, false);
    return Promise.resolve();
  }

  close(bucket: string): Promise<void> {
    if (this.#failures > 0) {
      this.#failures -= 1;
      return Promise.reject(new Error('ended'));
    }
    this.buckets.set(bucket, true);
    return Promise.resolve();
  }
}
