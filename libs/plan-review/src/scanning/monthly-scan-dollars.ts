import type { ResourceChange } from '../plan/plan.ts';
import { imagesIn } from '../review/evidence.ts';
import type { Evidence } from '../review/evidence.ts';
import type { ScanPrices } from './scan-prices.ts';
import { scannedRepositories } from './scanned-repositories.ts';

const MONTH = 30 * 86_400_000;

export interface ScanCostContext {
  readonly evidence: Evidence;
  readonly now: Date;
  /** Every change of the plan. */
  readonly changes: readonly ResourceChange[];
  /** @default no price is known */
  readonly scanPrices?: ScanPrices;
}

/**
 * US dollars a month that scans of pushed images cost more after a change, less where it is negative, if as many are pushed as within the last
 * 30 days; undefined for another change, and where nobody asked the registry or a price is not known. Scans after the first are not counted:
 * how often Inspector learns of something new can't be known.
 */
export function monthlyScanDollars(change: ResourceChange, context: ScanCostContext): number | undefined {
  const { scanPrices: prices, changes } = context;
  const scanned = scannedRepositories(change, changes);
  if (prices === undefined || scanned === undefined) return undefined;
  const { region, before, after } = scanned;
  const pushed = (names: readonly string[]) => names.map((repository) => pushedTo({ region, repository }, context));
  const [old, fresh] = [sum(pushed(without(before, after))), sum(pushed(without(after, before)))];
  return old === undefined || fresh === undefined ? undefined : (fresh - old) * prices.dollarsPerImage;
}

/** Lists of images have nothing to scan. */
function pushedTo(
  place: { readonly region: string; readonly repository: string },
  { evidence, now }: ScanCostContext,
): number | undefined {
  const since = now.getTime() - MONTH;
  return imagesIn(evidence, place)?.filter(
    ({ pushedAt, children }) => pushedAt.getTime() >= since && children === undefined,
  ).length;
}

function without(names: readonly string[], others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name));
}

function sum(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce<number | undefined>(
    (total, count) => (total === undefined || count === undefined ? undefined : total + count),
    0,
  );
}
