import { describe, expect, it } from '@jest/globals';
import { environments } from '@slipway/environments';
import fc from 'fast-check';
import { alternativeCosts } from './alternative-costs.ts';
import type { RepositoryCost } from './cost-report.ts';
import { costTotals } from './cost-totals.ts';
import { FREE_TIER_BYTES, alternativePrices, transferPrices } from './price-tables.ts';

const GIGABYTE = 2 ** 30;

/** A repository at ECR's price of $0.10. */
function repository(gigabytes: number, left = gigabytes, region = 'us-east-1'): RepositoryCost {
  const stored = (size: number) => ({ images: 1, bytes: size * GIGABYTE, dollarsPerMonth: size * 0.1 });
  return {
    region,
    repository: 'shop/api',
    stored: stored(gigabytes),
    reportedBytes: gigabytes * GIGABYTE,
    afterLifecycle: stored(left),
    unread: 0,
  };
}

describe('costTotals', () => {
  it('says what the lifecycle saves', () => {
    const totals = costTotals([repository(10, 4), repository(2)]);
    expect(totals.savedBytes).toBe(6 * GIGABYTE);
    expect(totals.savedDollarsPerMonth).toBeCloseTo(0.6);
    expect(totals.stored.dollarsPerMonth).toBeCloseTo(1.2);
  });

  // ECR pricing page: 500 MB a month of private storage for one year.
  it('takes 500 MB off in the first year', () => {
    const { inFirstYear } = costTotals([repository(10)]);
    expect(inFirstYear.freeBytes).toBe(500 * 1024 * 1024);
    expect(inFirstYear.dollarsPerMonth).toBeCloseTo(1 - 0.1 * (500 / 1024));
  });

  it('has no sum where one price is not known', () => {
    const { stored, ...rest } = repository(1);
    const { images, bytes } = stored;
    const totals = costTotals([repository(1), { ...rest, stored: { images, bytes } }]);
    expect(totals.stored).not.toHaveProperty('dollarsPerMonth');
    expect(totals).not.toHaveProperty('savedDollarsPerMonth');
    expect(totals.inFirstYear).not.toHaveProperty('dollarsPerMonth');
  });

  it('never saves or frees more than there is', () => {
    const sizes = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1e4, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    );
    fc.assert(
      fc.property(sizes, (all) => {
        const totals = costTotals(all.map(([size, share]) => repository(size, size * share)));
        expect(totals.savedBytes).toBeGreaterThanOrEqual(0);
        expect(totals.inFirstYear.freeBytes).toBeLessThanOrEqual(Math.min(FREE_TIER_BYTES, totals.stored.bytes));
        expect(totals.inFirstYear.dollarsPerMonth).toBeGreaterThanOrEqual(0);
        expect(totals.inFirstYear.dollarsPerMonth).toBeLessThanOrEqual(totals.stored.dollarsPerMonth ?? 0);
      }),
    );
  });
});

describe('alternativeCosts', () => {
  const prices = { name: 'other', note: '', source: '', asOf: '2026-03', basis: 'unchecked' } as const;
  const dollars = (price: object, seats = 1) =>
    alternativeCosts([repository(60), repository(40, 40, 'eu-west-1')], [{ ...prices, perGigabyte: 0, ...price }], {
      seats,
    })[0]?.dollarsPerMonth;

  it('adds seats, takes off what is included, and knows regions', () => {
    expect(dollars({ perSeat: 15 }, 4)).toBe(60);
    expect(dollars({ perGigabyte: 0.1, includedGigabytes: 50 })).toBeCloseTo(5);
    expect(dollars({ perGigabyte: { 'us-east-1': 0.02, 'eu-west-1': 0.03 } })).toBeCloseTo(2.4);
    expect(dollars({ perGigabyte: { 'us-east-1': 0.02 } })).toBeUndefined();
  });
});

describe('the price tables', () => {
  const regions = Object.values(environments).flatMap(({ registries }) => registries.map(({ region }) => region));

  it('name their sources and months', () => {
    for (const { source, asOf } of [...alternativePrices, transferPrices]) {
      expect(new URL(source).protocol).toBe('https:');
      expect(asOf).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
    }
  });

  it('cover every region of the specs', () => {
    const s3 = alternativePrices.find(({ name }) => name.startsWith('Amazon S3'))?.perGigabyte ?? {};
    for (const table of [transferPrices.dollarsPerGigabyte, s3])
      expect(Object.keys(table)).toEqual(expect.arrayContaining(regions));
  });
});
