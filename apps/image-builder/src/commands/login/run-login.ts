import { findEnvironment, requireAccount } from '@slipway/ecr-inventory';
import type { LoginPlace } from '../../login/login-store.ts';
import type { World } from '../../world.ts';
import { loginRegions, onlyRegion } from './plan-login.ts';

export interface LoginOptions {
  readonly environment: string;
  /** Undefined: all regions of the environment. */
  readonly region: string | undefined;
}

/** Which logins are kept where. Never a password. Printed as it is by `--json`. */
export interface LoginReport {
  readonly schemaVersion: 1;
  readonly report: 'login';
  readonly environment: string;
  /** 12 digits. */
  readonly account: string;
  readonly dryRun: boolean;
  readonly logins: readonly KeptLogin[];
}

export interface KeptLogin {
  readonly region: string;
  readonly host: string;
  /** In UTC. */
  readonly expiresAt: string;
  readonly place: LoginPlace;
}

type LoginWorld = Pick<World, 'specs' | 'inventory' | 'logins' | 'loginStore' | 'progress'>;

/** Logs Docker in to every registry of an environment. All tokens are asked for before the first is kept. */
export async function runLogin(
  { dryRun, ...options }: LoginOptions & { readonly dryRun: boolean },
  world: LoginWorld,
): Promise<LoginReport> {
  const environment = findEnvironment(world.specs, options.environment);
  const regions = loginRegions(environment, options.region);
  await requireAccount(environment, world.inventory);
  const logins = await world.progress.during(`log in to ${environment.name}`, async () => {
    const all = await Promise.all(regions.map((region) => world.logins.logIn(region)));
    const kept: KeptLogin[] = [];
    for (const { region, host, expiresAt, credentials } of all) {
      const { loginStore } = world;
      const place = dryRun ? await loginStore.placeOf(host) : await loginStore.keep(host, credentials);
      kept.push({ region, host, expiresAt, place });
    }
    return kept;
  });
  const { name, account } = environment;
  return { schemaVersion: 1, report: 'login', environment: name, account, dryRun, logins };
}

/** The password of one registry, for `docker login --password-stdin`; nothing is kept. */
export async function readPassword(options: LoginOptions, world: LoginWorld): Promise<string> {
  const environment = findEnvironment(world.specs, options.environment);
  const region = onlyRegion(environment, loginRegions(environment, options.region));
  await requireAccount(environment, world.inventory);
  return (await world.logins.logIn(region)).credentials.password;
}
