import { scanPrices } from '@slipway/ecr-inventory';
import type { StoragePrices } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import { alternativeCosts } from '../../cost/alternative-costs.ts';
import type { CostReport, ScanningCost, TransferCost } from '../../cost/cost-report.ts';
import { costTotals } from '../../cost/cost-totals.ts';
import { alternativePrices, transferPrices } from '../../cost/price-tables.ts';
import { repositoryCost } from '../../cost/repository-cost.ts';
import type { RepositoryFacts } from '../../cost/repository-cost.ts';

const DAY = 86_400_000;
const DAYS_OF_A_MONTH = 30;

export interface CostInput {
  readonly environment: EnvironmentSpec;
  readonly facts: readonly RepositoryFacts[];
  readonly prices: StoragePrices;
  readonly now: Date;
  /** People who would need an account elsewhere. */
  readonly seats: number;
  /** GB a month to the internet. @default not asked */
  readonly transferOut?: number;
}

const NOTES = [
  'A layer is stored once in each repository, and images of other repositories share none of it. Manifests, a few kB each, are not counted.',
  'Prices are list prices, those of others and of transfers as of the month beside them: compare with the source before you decide. Archive storage is billed for 90 days at least, and $0.03 a GB when restored.',
  'Pulls inside a region cost nothing from ECR; a NAT gateway on the way takes its own price. Replication to another region pays for the transfer once.',
] as const;

/** The report, from what was read. */
export function planCost(input: CostInput): CostReport {
  const { environment, facts, prices, now, seats, transferOut } = input;
  const repositories = facts.map((each) => repositoryCost(each, { prices, now }));
  const scanning = scanningCost(environment, facts, now);
  return {
    schemaVersion: 1,
    report: 'cost',
    environment: environment.name,
    account: environment.account,
    at: now.toISOString(),
    prices: { checkedOn: prices.checkedOn, source: prices.source },
    repositories,
    totals: costTotals(repositories),
    ...(scanning === undefined ? {} : { scanning }),
    ...(transferOut === undefined ? {} : { transfer: transferCost(environment.region, transferOut) }),
    alternatives: alternativeCosts(repositories, alternativePrices, { seats }),
    notes: NOTES,
  };
}

function scanningCost(
  { registries }: EnvironmentSpec,
  facts: readonly RepositoryFacts[],
  now: Date,
): ScanningCost | undefined {
  const regions = registries.filter(({ scanning }) => scanning.type === 'enhanced').map(({ region }) => region);
  if (regions.length === 0) return undefined;
  const since = now.getTime() - DAYS_OF_A_MONTH * DAY;
  const scanned = facts
    .filter(({ place }) => regions.includes(place.region))
    .flatMap(({ images }) =>
      images.filter(({ pushedAt, children }) => pushedAt.getTime() >= since && children === undefined),
    );
  return { images: scanned.length, dollarsPerMonth: scanned.length * scanPrices.dollarsPerImage };
}

function transferCost(region: string, gigabytes: number): TransferCost {
  const rate = transferPrices.dollarsPerGigabyte[region];
  const basis = transferPrices.basis[region] ?? 'unchecked';
  return { gigabytes, region, ...(rate === undefined ? {} : { dollarsPerMonth: gigabytes * rate }), basis };
}
