import type { CostTotals, RepositoryCost, Stored } from './cost-report.ts';
import { FREE_TIER_BYTES } from './price-tables.ts';

/** All repositories together: a layer is stored once in each repository, so sums over repositories are what is paid for. */
export function costTotals(repositories: readonly RepositoryCost[]): CostTotals {
  const stored = together(repositories.map((each) => each.stored));
  const afterLifecycle = together(repositories.map((each) => each.afterLifecycle));
  const saved = difference(stored.dollarsPerMonth, afterLifecycle.dollarsPerMonth);
  return {
    stored,
    afterLifecycle,
    savedBytes: stored.bytes - afterLifecycle.bytes,
    ...(saved === undefined ? {} : { savedDollarsPerMonth: saved }),
    inFirstYear: inFirstYear(stored),
  };
}

/** The free tier is one for the account: it is taken off every region in proportion. */
function inFirstYear({ bytes, dollarsPerMonth }: Stored): CostTotals['inFirstYear'] {
  const freeBytes = Math.min(bytes, FREE_TIER_BYTES);
  if (dollarsPerMonth === undefined) return { freeBytes };
  return { freeBytes, dollarsPerMonth: bytes === 0 ? 0 : dollarsPerMonth * (1 - freeBytes / bytes) };
}

function together(all: readonly Stored[]): Stored {
  const dollars = all.map(({ dollarsPerMonth }) => dollarsPerMonth);
  return {
    images: sum(all.map(({ images }) => images)),
    bytes: sum(all.map(({ bytes }) => bytes)),
    ...(dollars.includes(undefined) ? {} : { dollarsPerMonth: sum(dollars.map((each) => each ?? 0)) }),
  };
}

function difference(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one - other;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
