import { findEnvironment } from '@slipway/ecr-inventory';
import type { World } from '../world.ts';

/** Profiles of AWS's configuration files by the name of the environment whose ledger they read. */
export type LedgerProfiles = Readonly<Record<string, string>>;

/** The world in which some ledgers are read by profiles of their own: what another account released is in its bucket. @throws Failure `unknown-environment` */
export function ledgersAtProfiles(world: World, profiles: LedgerProfiles): World {
  for (const name of Object.keys(profiles)) findEnvironment(world.specs, name);
  const byName = new Map(Object.entries(profiles));
  const openLedger: World['openLedger'] = (environment) => {
    const profile = byName.get(environment.name);
    return (profile === undefined ? world : world.withProfile(profile)).openLedger(environment);
  };
  return { ...world, openLedger };
}
