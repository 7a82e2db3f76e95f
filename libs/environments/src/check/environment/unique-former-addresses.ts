import { error, type LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import { repeated } from '../finding/repeated.ts';

/** A state has one thing at an address, so it can be moved to one place only. */
export function uniqueFormerAddresses({ registries }: EnvironmentSpec): LocalFinding[] {
  const addresses = registries.flatMap(({ repositories }) =>
    repositories.flatMap(({ movedFrom }) => (movedFrom === undefined ? [] : (Object.values(movedFrom) as string[]))),
  );
  return repeated(addresses).map((address) =>
    error('former-address-repeated', {
      message: `"${address}" is where two repositories were before`,
      fix: 'keep it for the one that it is',
      source: 'Terraform language, "Refactoring": moved blocks',
    }),
  );
}
