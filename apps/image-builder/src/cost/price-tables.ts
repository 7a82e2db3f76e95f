import type { PriceBasis } from '@slipway/ecr-inventory';

/** What others take for the same bytes: compare with the source before deciding on one. */
export interface AlternativePrice {
  readonly name: string;
  /** US dollars for each user and month. @default 0 */
  readonly perSeat?: number;
  /** US dollars for a GB (2^30 bytes) and month, one number or by region. */
  readonly perGigabyte: number | Readonly<Record<string, number>>;
  /** GB a month that cost nothing. @default 0 */
  readonly includedGigabytes?: number;
  readonly note: string;
  readonly source: string;
  /** Month of what it stands on, YYYY-MM; of an unchecked one, when it was written down. */
  readonly asOf: string;
  readonly basis: PriceBasis;
}

export const alternativePrices: readonly AlternativePrice[] = [
  {
    name: 'Amazon ECR Public',
    perGigabyte: 0.1,
    includedGigabytes: 50,
    note: 'everyone can pull; 50 GB a month are always free',
    source: 'https://aws.amazon.com/ecr/pricing/',
    asOf: '2026-03',
    basis: 'quoted',
  },
  {
    name: 'GitHub Container registry',
    perGigabyte: 0,
    note: "free for now; GitHub promises a month's notice before it bills container images",
    source: 'https://docs.github.com/en/billing/concepts/product-billing/github-packages',
    asOf: '2025-12',
    basis: 'quoted',
  },
  {
    name: 'Docker Hub, Team',
    perSeat: 15,
    perGigabyte: 0,
    note: 'by user, paid for a year; pulls by fair use; no network path inside a VPC',
    source: 'https://www.docker.com/pricing/faq/',
    asOf: '2024-12',
    basis: 'source',
  },
  {
    name: 'Amazon S3 Standard, as archives',
    perGigabyte: {
      'ap-northeast-1': 0.025,
      'ap-southeast-1': 0.025,
      'eu-west-1': 0.023,
      'us-east-1': 0.023,
      'us-west-2': 0.023,
    },
    note: "first 50 TB; no registry: 'docker save' archives share no layers, so it is at least this, and nothing pulls from it",
    source: 'https://aws.amazon.com/s3/pricing/',
    asOf: '2026-03',
    basis: 'unchecked',
  },
];

/** Data out of ECR to the internet, first 10 TB a month. Inside a region it costs nothing. */
export const transferPrices = {
  source: 'https://aws.amazon.com/ecr/pricing/',
  asOf: '2026-03',
  /** By region: what isn't here is unchecked. */
  basis: { 'us-east-1': 'quoted' } as Readonly<Record<string, PriceBasis>>,
  /** US dollars for a GB (2^30 bytes), by region. */
  dollarsPerGigabyte: {
    'ap-northeast-1': 0.114,
    'ap-southeast-1': 0.12,
    'eu-west-1': 0.09,
    'us-east-1': 0.09,
    'us-west-2': 0.09,
  } as Readonly<Record<string, number>>,
} as const;

/** "New Amazon ECR customers": 500 MB a month of private storage for one year (ECR pricing page, as others quote it). Bytes. */
export const FREE_TIER_BYTES = 500 * 2 ** 20;
