import { entriesAt } from '../change/places.ts';
import { readText, readValue } from '../change/read-value.ts';
import type { PathPart, Side } from '../plan/plan.ts';

/** What of a registry Amazon Inspector scans, which is paid by image; basic scanning costs nothing. */
export type PaidScanning =
  | { readonly state: 'none' }
  /** Only known after the apply, or hidden. */
  | { readonly state: 'unknown' }
  | { readonly state: 'enhanced'; readonly filters: readonly PaidFilter[] };

export interface PaidFilter {
  /** Of repository names (ECR user guide, "Filters to choose which repositories are scanned"). */
  readonly filter: string;
  /** Whether images are scanned again after their push. */
  readonly isContinuous: boolean;
}

export const SCANNING = 'aws_ecr_registry_scanning_configuration';

/** @param side of a registry's scanning configuration */
export function paidScanning(side: Side): PaidScanning {
  if (isHidden(readValue(side, ['scan_type']).state)) return { state: 'unknown' };
  if (readText(side, 'scan_type') !== 'ENHANCED') return { state: 'none' };
  if (isHidden(readValue(side, ['rule']).state)) return { state: 'unknown' };
  const filters = entriesAt(side, ['rule']).flatMap((rule) => filtersOf(side, rule));
  return filters.some((one) => one === undefined)
    ? { state: 'unknown' }
    : { state: 'enhanced', filters: filters.filter((one) => one !== undefined) };
}

/** Undefined for a filter that is not known. */
function filtersOf(side: Side, rule: readonly PathPart[]): (PaidFilter | undefined)[] {
  const frequency = readText(side, ...rule, 'scan_frequency');
  if (isHidden(readValue(side, [...rule, 'repository_filter']).state)) return [undefined];
  return entriesAt(side, [...rule, 'repository_filter']).map((at) => {
    const filter = readText(side, ...at, 'filter');
    if (filter === undefined || frequency === undefined) return undefined;
    return { filter, isContinuous: frequency === 'CONTINUOUS_SCAN' };
  });
}

function isHidden(state: ReturnType<typeof readValue>['state']): boolean {
  return state === 'unknown' || state === 'hidden';
}
