import type { PriceBasis } from './price-basis.ts';

/** What Amazon Inspector takes for images in ECR with enhanced scanning. Basic scanning costs nothing. */
export interface ScanPrices {
  /** US dollars for the scan of an image when it is pushed. */
  readonly dollarsPerImage: number;
  /** US dollars for each scan of it afterwards, under continuous scanning. */
  readonly dollarsPerRescan: number;
  /** Region that the prices are of. */
  readonly region: string;
  readonly source: string;
  /** Month of what they stand on, YYYY-MM. */
  readonly asOf: string;
  readonly basis: PriceBasis;
}

export const scanPrices: ScanPrices = {
  dollarsPerImage: 0.09,
  dollarsPerRescan: 0.01,
  region: 'us-east-1',
  source: 'https://aws.amazon.com/inspector/pricing/',
  asOf: '2026-03',
  basis: 'quoted',
};
