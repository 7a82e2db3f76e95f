import { formatDollars, storagePrices } from '@slipway/ecr-inventory';

/** What storage costs from now on, such as `storage costs at most $0.12 a month less (list price of 2026-03-22)`; nothing where that is not known, or the same. */
export function costWords(monthlyDollars: number | undefined): string[] {
  if (monthlyDollars === undefined || monthlyDollars === 0) return [];
  const amount = `${formatDollars(Math.abs(monthlyDollars))} a month ${monthlyDollars < 0 ? 'less' : 'more'}`;
  return [`storage costs at most ${amount} (list price of ${storagePrices.checkedOn})`];
}
