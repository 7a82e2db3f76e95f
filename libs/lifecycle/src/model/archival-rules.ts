import type { Archival, ArchivalRule } from './rule.ts';
import type { Selection } from './selection.ts';

/** Keeps the `count` images pushed last in standard storage, of each alternative, and archives the others. */
export function archiveAllButNewest(count: number, selection: Selection, description?: string): ArchivalRule {
  return rule(selection, { keepNewest: count }, description);
}

/** Archives images pushed more than `days` days ago. */
export function archiveAfterDays(days: number, selection: Selection, description?: string): ArchivalRule {
  return rule(selection, { days }, description);
}

/** Archives images not pulled for more than `days` days; one that was never pulled counts from its push. */
export function archiveUnpulledAfterDays(days: number, selection: Selection, description?: string): ArchivalRule {
  return rule(selection, { unpulledDays: days }, description);
}

function rule(selection: Selection, archival: Archival, description: string | undefined): ArchivalRule {
  return description === undefined ? { selection, archival } : { selection, archival, description };
}
