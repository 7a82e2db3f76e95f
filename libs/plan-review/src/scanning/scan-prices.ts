/** What enhanced scanning costs. */
export interface ScanPrices {
  /** US dollars for the scan of an image when it is pushed. */
  readonly dollarsPerImage: number;
  /** US dollars for each scan of it afterwards, under continuous scanning. */
  readonly dollarsPerRescan: number;
  /** How sure the prices are, such as `list prices of us-east-1, 2026-03, as others quote them`. */
  readonly standing: string;
}
