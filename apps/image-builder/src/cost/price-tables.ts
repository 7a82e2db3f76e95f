/**
 * What others take for the same bytes. `asOf` is when a price was written down, in part from pages that quote the source, as the machine it was written on
 * reached none of the sources: compare before deciding on one.
 */
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
  /** YYYY-MM */
  readonly asOf: string;
}

export const alternativePrices: readonly AlternativePrice[] = [
  {
    name: 'Amazon ECR Public',
    perGigabyte: 0.1,
    includedGigabytes: 50,
    note: 'everyone can pull; 50 GB a month are always free',
    source: 'https://aws.amazon.com/ecr/pricing/',
    asOf: '2026-03',
  },
  {
    name: 'GitHub Container registry',
    perGigabyte: 0,
    note: "free for now; GitHub promises a month's notice before it bills container images",
    source: 'https://docs.github.com/en/billing/concepts/product-billing/github-packages',
    asOf: '2026-03',
  },
  {
    name: 'Docker Hub, Team',
    perSeat: 15,
    perGigabyte: 0,
    note: 'by user, paid for a year; pulls by fair use; no network path inside a VPC',
    source: 'https://www.docker.com/pricing/faq/',
    asOf: '2026-03',
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
  },
];

/** Data out of ECR to the internet, first 10 TB a month. Inside a region it costs nothing. */
export const transferPrices = {
  source: 'https://aws.amazon.com/ecr/pricing/',
  asOf: '2026-03',
  /** US dollars for a GB (2^30 bytes), by region. */
  dollarsPerGigabyte: {
    'ap-northeast-1': 0.114,
    'ap-southeast-1': 0.12,
    'eu-west-1': 0.09,
    'us-east-1': 0.09,
    'us-west-2': 0.09,
  } as Readonly<Record<string, number>>,
} as const;

/** Amazon Inspector for images in ECR: the scan at the push; $0.01 for each one after it under continuous scanning. */
export const scanPrices = {
  dollarsPerImage: 0.09,
  source: 'https://aws.amazon.com/inspector/pricing/',
  asOf: '2026-03',
} as const;

/** "New Amazon ECR customers": 500 MB a month of private storage for one year (ECR pricing page). Bytes. */
export const FREE_TIER_BYTES = 500 * 2 ** 20;
