import type { StorageClass } from '@slipway/lifecycle';

/** What AWS takes for storage, as far as this program says it. */
export interface StoragePrices {
  /** Day of what the numbers stand on: that of a page which quotes the source, where the source itself could not be reached. */
  readonly checkedOn: string;
  readonly source: string;
  /** What the numbers leave out. */
  readonly note: string;
  /** US dollars for a GB (2^30 bytes) and month, by region. */
  readonly dollarsPerGigabyteMonth: Readonly<Record<string, Readonly<Record<StorageClass, number>>>>;
}

/**
 * Archive storage costs as much as standard storage up to 150 TB of a region and month; above that, $0.07. Others quote AWS's price list
 * so for ap-northeast-1 (of the day below) and us-east-1 (of the same month). For the other regions it is taken to be the same.
 */
const USUAL = { standard: 0.1, archive: 0.1 } as const;

/** Regions that the specs name. Add a region with its row of the source. */
export const storagePrices: StoragePrices = {
  checkedOn: '2026-03-22',
  source: 'https://aws.amazon.com/ecr/pricing/',
  note: 'list price of private storage without the free tier; archive storage at the price of the first 150 TB, billed for 90 days at least and $0.03 a GB when restored; a layer that images share is paid once, so a sum is at most; as others quote it for us-east-1 and ap-northeast-1, taken to be the same elsewhere',
  dollarsPerGigabyteMonth: {
    'ap-northeast-1': USUAL,
    'ap-southeast-1': USUAL,
    'eu-west-1': USUAL,
    'us-east-1': USUAL,
    'us-west-2': USUAL,
  },
};
