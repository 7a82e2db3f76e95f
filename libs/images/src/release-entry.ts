import type { Digest } from './digest.ts';

export const RELEASE_ENTRY_VERSION = 1;

/** What happened to a container's image in an environment. */
export type ReleaseAction = 'publish' | 'promote' | 'rollback' | 'deploy' | 'test';

/** One line of the ledger: written once, never changed. */
export interface ReleaseEntry {
  readonly schemaVersion: typeof RELEASE_ENTRY_VERSION;
  readonly environment: string;
  readonly container: string;
  /** 1 for the first entry of a container in an environment; no number is used twice. */
  readonly sequence: number;
  readonly action: ReleaseAction;
  /** Name of the repository within its registry. */
  readonly repository: string;
  readonly digest: Digest;
  readonly tags: readonly string[];
  /** Environment that the image came from: of a promotion. */
  readonly from?: string;
  /** Digest that was released before: of a promotion, a rollback and a deployment. */
  readonly previous?: Digest;
  /** Commit that the image was built from, where its labels say it. */
  readonly commit?: string;
  /** Who did it: the principal's ARN, or the user of the machine. */
  readonly by: string;
  /** When, RFC 3339. */
  readonly at: string;
  /** What else is worth knowing, in words: a reason, a gate that was overridden. */
  readonly note?: string;
}
