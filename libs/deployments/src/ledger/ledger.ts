import type { ReleaseEntry } from '@slipway/images';

/** What was released in an environment. */
export interface LedgerReader {
  /** All entries of a container by sequence, the first one first. @throws Failure `ledger-unreadable` */
  entries(container: string): Promise<readonly ReleaseEntry[]>;
}

/** The releases of an environment: entries are added, never changed. Every method throws a Failure. */
export interface Ledger extends LedgerReader {
  /** @throws Failure `ledger-conflict` when another entry with this sequence is there: of two at once, one wins */
  append(entry: ReleaseEntry): Promise<void>;
}
