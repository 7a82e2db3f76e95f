import { describe, expect, it } from '@jest/globals';
import { environments } from '@slipway/environments';
import { formatDollars } from './format-dollars.ts';
import { monthlyDollars } from './monthly-dollars.ts';
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
