import { basisWords, formatDollars, scanPrices, storagePrices } from '@slipway/ecr-inventory';
import type { ChangeReview } from '@slipway/plan-review';

/** What a plan or a change costs more or less a month; nothing where that is not known, or the same. */
export function costWords({
  monthlyDollars: storage,
  monthlyScanDollars: scans,
}: Pick<ChangeReview, 'monthlyDollars' | 'monthlyScanDollars'>): string[] {
  const { region, asOf, basis } = scanPrices;
  return [
    ...words(storage, (amount) => `storage costs at most ${amount} (list price of ${storagePrices.checkedOn})`),
    ...words(
      scans,
      (amount) =>
        `scans of images cost ${amount}, at the pushes of the last 30 days and without scans after the first (list price of ${region}, ${asOf}, ${basisWords(basis)})`,
    ),
  ];
}

function words(dollars: number | undefined, sentence: (amount: string) => string): string[] {
  if (dollars === undefined || dollars === 0) return [];
  return [sentence(`${formatDollars(Math.abs(dollars))} a month ${dollars < 0 ? 'less' : 'more'}`)];
}
