import type { Selection } from './selection.ts';

/** When an identified image expires: beyond the newest `keepNewest`, or pushed more than `days` days ago. */
export type Expiry = { readonly keepNewest: number } | { readonly days: number };

/** One statement of a lifecycle policy. Its place in the policy is its priority. */
export interface LifecycleRule {
  readonly selection: Selection;
  readonly expiry: Expiry;
  /** Shown in the console and in reviews. @default derived from the rule */
  readonly description?: string;
}

/** Keeps the `count` images pushed last, of each alternative of the selection, and expires the others. */
export function keepNewest(count: number, selection: Selection, description?: string): LifecycleRule {
  return rule(selection, { keepNewest: count }, description);
}

/** Expires images pushed more than `days` days ago. */
export function expireAfterDays(days: number, selection: Selection, description?: string): LifecycleRule {
  return rule(selection, { days }, description);
}

function rule(selection: Selection, expiry: Expiry, description: string | undefined): LifecycleRule {
  return description === undefined ? { selection, expiry } : { selection, expiry, description };
}
