import type { PriceBasis } from '@slipway/ecr-inventory';

/** What the images of an environment cost. Printed as it is by `--json`. */
export interface CostReport {
  readonly schemaVersion: 1;
  readonly report: 'cost';
  readonly environment: string;
  /** 12 digits. */
  readonly account: string;
  /** The moment that is "now", RFC 3339. */
  readonly at: string;
  readonly prices: { readonly checkedOn: string; readonly source: string };
  /** By region and name. */
  readonly repositories: readonly RepositoryCost[];
  readonly totals: CostTotals;
  /** Scans by Amazon Inspector; left out where no registry of the environment has enhanced scanning. */
  readonly scanning?: ScanningCost;
  /** Left out unless `--transfer-out` says how much. */
  readonly transfer?: TransferCost;
  /** What the same bytes would cost elsewhere. */
  readonly alternatives: readonly AlternativeCost[];
  /** What the numbers leave out, in words. */
  readonly notes: readonly string[];
}

export interface Stored {
  readonly images: number;
  /** With layers that images of a repository share counted once. */
  readonly bytes: number;
  /** US dollars a month; left out where the region's price is not known. */
  readonly dollarsPerMonth?: number;
}

export interface RepositoryCost {
  readonly region: string;
  readonly repository: string;
  readonly stored: Stored;
  /** What ECR reports of each image, added up: shared layers as often as images have them. */
  readonly reportedBytes: number;
  /** What is left once the lifecycle policy of the spec has acted on what is due now. */
  readonly afterLifecycle: Stored;
  /** Images whose manifest could not be read, such as archived ones: they count as ECR reports them. */
  readonly unread: number;
}

export interface CostTotals {
  readonly stored: Stored;
  readonly afterLifecycle: Stored;
  readonly savedBytes: number;
  readonly savedDollarsPerMonth?: number;
  /** With the free tier of an account's first year. */
  readonly inFirstYear: { readonly freeBytes: number; readonly dollarsPerMonth?: number };
}

export interface ScanningCost {
  /** Images pushed within the last 30 days to registries with enhanced scanning: each is scanned once at its push. */
  readonly images: number;
  readonly dollarsPerMonth: number;
}

export interface TransferCost {
  /** GB (2^30 bytes) a month from the environment's region to the internet. */
  readonly gigabytes: number;
  readonly region: string;
  readonly dollarsPerMonth?: number;
  readonly basis: PriceBasis;
}

export interface AlternativeCost {
  readonly name: string;
  readonly dollarsPerMonth?: number;
  readonly note: string;
  /** Where the price is from, of which month, YYYY-MM, and what it stands on. */
  readonly source: string;
  readonly asOf: string;
  readonly basis: PriceBasis;
}
