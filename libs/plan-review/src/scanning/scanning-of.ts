import { entriesAt } from '../change/places.ts';
import { readText } from '../change/read-value.ts';
import type { Side } from '../plan/plan.ts';

/** Repositories that a registry scans, and how often. */
export interface ScannedFilter {
  /** Of repository names; `a filter` where it is not known. */
  readonly filter: string;
  /** Such as `SCAN_ON_PUSH`; `sometimes` where it is not known. */
  readonly frequency: string;
}

/** Which repositories a registry scans how often. */
export function scanningOf(side: Side): ScannedFilter[] {
  return entriesAt(side, ['rule']).flatMap((rule) => {
    const frequency = readText(side, ...rule, 'scan_frequency') ?? 'sometimes';
    return entriesAt(side, [...rule, 'repository_filter']).map((at) => ({
      filter: readText(side, ...at, 'filter') ?? 'a filter',
      frequency,
    }));
  });
}

/** Those that are not scanned as often by others, such as when `CONTINUOUS_SCAN` becomes `SCAN_ON_PUSH`. */
export function scannedLess(before: readonly ScannedFilter[], after: readonly ScannedFilter[]): ScannedFilter[] {
  return before.filter(
    ({ filter, frequency }) =>
      !after.some((one) => one.filter === filter && (one.frequency === frequency || rank(one) > rank({ frequency }))),
  );
}

/** Such as `"mlops/*" (SCAN_ON_PUSH)`. */
export function scannedWords({ filter, frequency }: ScannedFilter): string {
  return `"${filter}" (${frequency})`;
}

/** From seldom to often (ECR API reference, RegistryScanningRule). What is not known is the least. */
const FREQUENCIES = ['MANUAL', 'SCAN_ON_PUSH', 'CONTINUOUS_SCAN'];

function rank({ frequency }: Pick<ScannedFilter, 'frequency'>): number {
  return FREQUENCIES.indexOf(frequency);
}
