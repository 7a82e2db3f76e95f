import type { ImageRecord } from '@slipway/images';
import type { FailureParts } from '@slipway/cli';

/** What `publish` did, or would do. */
export interface PublishReport {
  readonly schemaVersion: 1;
  readonly environment: string;
  readonly dryRun: boolean;
  /** In the order in which they were asked for; empty when nothing was affected. */
  readonly containers: readonly Published[];
}

export type Published =
  /** The registry holds it. `release` is the number of its entry in the ledger; absent with `--no-ledger`. */
  | {
      readonly container: string;
      readonly outcome: 'published';
      readonly image: ImageRecord;
      readonly release?: number;
    }
  /** Of a dry run: what would be done, and the tags that would be added. */
  | {
      readonly container: string;
      readonly outcome: 'planned';
      readonly action: 'keep' | 'tag' | 'push';
      readonly tags: readonly string[];
    }
  | { readonly container: string; readonly outcome: 'failed'; readonly error: Omit<FailureParts, 'cause'> };
