import type { World } from './world.ts';

/**
 * The world with AWS as a profile of AWS's configuration files sees it: registries, ledgers, scans and services of its account.
 * Nothing else changes: the engine, kubectl and cosign have logins of their own.
 * @param profile undefined: the credentials of this process
 */
export function atProfile(world: World, profile: string | undefined): World {
  return profile === undefined ? world : { ...world, ...world.withProfile(profile) };
}
