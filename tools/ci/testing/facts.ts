import type { Facts } from '../facts.ts';

/** A commit that no repository has. */
export const BASE = 'b'.repeat(40);

/** A workspace in which nothing changed, but for what is given. */
export function facts(changes: Partial<Omit<Facts, 'base'>> = {}): Facts {
  return { base: BASE, changedFiles: [], affected: {}, ...changes };
}
