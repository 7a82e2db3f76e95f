import { describe, expect, it } from '@jest/globals';
import { environments } from '@slipway/environments';
import { formatDollars } from './format-dollars.ts';
import { monthlyDollars } from './monthly-dollars.ts';
import { basisWords } from './price-basis.ts';
import { scanPrices } from './scan-prices.ts';
import { storagePrices } from './storage-prices.ts';

const GIGABYTE = 2 ** 30;

describe('the prices', () => {
  it('name a day and AWS as their source', () => {
    expect(new Date(storagePrices.checkedOn).toISOString()).toBe(`${storagePrices.checkedOn}T00:00:00.000Z`);
    expect(new URL(storagePrices.source).hostname).toBe('aws.amazon.com');
  });

  it('cover every region of the specs, replicas included', () => {
    const regions = Object.values(environments).flatMap(({ registries }) =>
      registries.flatMap((registry) => [
        registry.region,
        ...('replication' in registry ? registry.replication.map(({ region }) => region) : []),
      ]),
    );
    expect(Object.keys(storagePrices.dollarsPerGigabyteMonth)).toEqual(expect.arrayContaining([...new Set(regions)]));
  });
});

describe('the prices of scans', () => {
  it('name a month, a region, how sure they are, and AWS as their source', () => {
    expect(new URL(scanPrices.source).hostname).toBe('aws.amazon.com');
    expect(scanPrices.asOf).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
    expect(scanPrices).toMatchObject({ region: 'us-east-1', basis: 'quoted' });
    expect(basisWords(scanPrices.basis)).toBe('as others quote it');
  });
});

describe('monthlyDollars', () => {
  // ECR pricing page: "$0.10 per GB / month for data stored in private repositories".
  it('is ten cents for a gigabyte of standard storage', () => {
    const stored = { region: 'us-east-1', bytes: 10 * GIGABYTE, storageClass: 'standard' } as const;
    expect(monthlyDollars(stored, storagePrices)).toBeCloseTo(1);
  });

  it('gives no number for a region without a price', () => {
    const stored = { region: 'toString', bytes: GIGABYTE, storageClass: 'archive' } as const;
    expect(monthlyDollars(stored, storagePrices)).toBeUndefined();
  });
});

describe('formatDollars', () => {
  it.each([
    [1.005e1, '$10.05'],
    [0.004, '< $0.01'],
    [0, '$0.00'],
    [undefined, 'price not known'],
  ])('writes %s as %s', (dollars, text) => {
    expect(formatDollars(dollars)).toBe(text);
  });
});
