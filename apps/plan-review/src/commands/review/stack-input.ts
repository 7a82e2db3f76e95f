import { basisWords, monthlyDollars, scanPrices, storagePrices } from '@slipway/ecr-inventory';
import type { Catalog } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import type { Plan, StackInput } from '@slipway/plan-review';

/** What this repository's specs say of a stack. One that they don't have is treated as production. */
export function stackInput(stack: string, plan: Plan, catalog: Catalog): StackInput {
  const environment = environmentOf(stack, catalog);
  return {
    stack,
    plan,
    production: environment?.deletion !== 'disposable',
    scanPrices: { ...scanPrices, standing: SCAN_STANDING },
    storageCost: (stored) => monthlyDollars(stored, storagePrices),
    stateBuckets: Object.values(catalog).map(({ state }) => state.bucket),
  };
}

const SCAN_STANDING = `list prices of ${scanPrices.region}, ${scanPrices.asOf}, ${basisWords(scanPrices.basis)}`;

/** The environment of a stack: `prod` and `bootstrap-prod` are both of `prod`. */
export function environmentOf(stack: string, catalog: Catalog): EnvironmentSpec | undefined {
  const name = stack.replace(/^bootstrap-/, '');
  return Object.hasOwn(catalog, name) ? catalog[name] : undefined;
}
