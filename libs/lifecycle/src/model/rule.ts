import type { Selection } from './selection.ts';

/**
 * When an identified image is deleted: beyond the newest `keepNewest`, pushed more than `days` days ago, or archived
 * more than `archivedDays` days ago (at least 90).
 */
export type Expiry =
  | { readonly keepNewest: number; readonly days?: never; readonly archivedDays?: never }
  | { readonly days: number; readonly keepNewest?: never; readonly archivedDays?: never }
  | { readonly archivedDays: number; readonly keepNewest?: never; readonly days?: never };

/**
 * When an identified image moves to archive storage: beyond the newest `keepNewest`, pushed more than `days` days ago,
 * or not pulled for more than `unpulledDays` days.
 */
export type Archival =
  | { readonly keepNewest: number; readonly days?: never; readonly unpulledDays?: never }
  | { readonly days: number; readonly keepNewest?: never; readonly unpulledDays?: never }
  | { readonly unpulledDays: number; readonly keepNewest?: never; readonly days?: never };

interface RuleBase {
  readonly selection: Selection;
  /** Shown in the console and in reviews. @default derived from the rule */
  readonly description?: string;
}

/** Deletes images. */
export interface ExpiryRule extends RuleBase {
  readonly expiry: Expiry;
  readonly archival?: never;
}

/** Moves images to archive storage: not pullable until restored, billed for 90 days at least. */
export interface ArchivalRule extends RuleBase {
  readonly archival: Archival;
  readonly expiry?: never;
}

/** One statement of a lifecycle policy. Its place in the policy is its priority. */
export type LifecycleRule = ExpiryRule | ArchivalRule;
