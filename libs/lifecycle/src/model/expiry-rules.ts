import type { Expiry, ExpiryRule } from './rule.ts';
import type { Selection } from './selection.ts';

/** Keeps the `count` images pushed last, of each alternative of the selection, and expires the others. */
export function keepNewest(count: number, selection: Selection, description?: string): ExpiryRule {
  return rule(selection, { keepNewest: count }, description);
}

/** Expires images pushed more than `days` days ago. */
export function expireAfterDays(days: number, selection: Selection, description?: string): ExpiryRule {
  return rule(selection, { days }, description);
}

/** Expires images that have been in archive storage for more than `days` days; ECR takes 90 and more. */
export function expireArchivedAfterDays(days: number, selection: Selection, description?: string): ExpiryRule {
  return rule(selection, { archivedDays: days }, description);
}

function rule(selection: Selection, expiry: Expiry, description: string | undefined): ExpiryRule {
  return description === undefined ? { selection, expiry } : { selection, expiry, description };
}
