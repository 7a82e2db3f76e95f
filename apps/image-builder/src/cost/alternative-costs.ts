import type { AlternativeCost, RepositoryCost } from './cost-report.ts';
import type { AlternativePrice } from './price-tables.ts';

const GIGABYTE = 2 ** 30;

/** What the bytes of the repositories would cost elsewhere. Left without a number where a region's price is not known. */
export function alternativeCosts(
  repositories: readonly RepositoryCost[],
  prices: readonly AlternativePrice[],
  { seats }: { readonly seats: number },
): AlternativeCost[] {
  return prices.map((price) => {
    const { name, note, source, asOf, basis, perSeat = 0 } = price;
    const storage = storageDollars(repositories, price);
    const dollars = storage === undefined ? {} : { dollarsPerMonth: perSeat * seats + storage };
    return { name, ...dollars, note, source, asOf, basis };
  });
}

function storageDollars(repositories: readonly RepositoryCost[], price: AlternativePrice): number | undefined {
  const { perGigabyte, includedGigabytes = 0 } = price;
  const parts = repositories.map(({ region, stored }) => {
    const rate = typeof perGigabyte === 'number' ? perGigabyte : perGigabyte[region];
    return { gigabytes: stored.bytes / GIGABYTE, rate };
  });
  if (parts.some(({ rate }) => rate === undefined)) return undefined;
  const gigabytes = parts.reduce((sum, part) => sum + part.gigabytes, 0);
  const dollars = parts.reduce((sum, part) => sum + part.gigabytes * (part.rate ?? 0), 0);
  return gigabytes === 0 ? 0 : dollars * (Math.max(gigabytes - includedGigabytes, 0) / gigabytes);
}
