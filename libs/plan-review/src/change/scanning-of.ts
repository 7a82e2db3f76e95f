import type { Side } from '../plan/plan.ts';
import { entriesAt } from './places.ts';
import { readText } from './read-value.ts';

/** Which repositories a registry scans how often, such as `"mlops/*" (SCAN_ON_PUSH)`. */
export function scanningOf(side: Side): string[] {
  return entriesAt(side, ['rule']).flatMap((rule) => {
    const frequency = readText(side, ...rule, 'scan_frequency') ?? 'sometimes';
    return entriesAt(side, [...rule, 'repository_filter']).map(
      (at) => `"${readText(side, ...at, 'filter') ?? 'a filter'}" (${frequency})`,
    );
  });
}
