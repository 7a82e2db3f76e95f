import { isFailure } from '@slipway/cli';
import type { EnvironmentSpec } from '@slipway/environments';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import type { World } from '../world.ts';
import { containerDeployments } from './container-deployments.ts';
import type { DeploymentWorld } from './container-deployments.ts';
import { ledgerUses } from './ledger-uses.ts';
import type { Use } from './protection.ts';

/** What is asked of the world for it. */
export type UseSources = DeploymentWorld & Pick<World, 'deployments' | 'openLedger' | 'progress'>;

/**
 * What images are needed for: what runs where `image.json` deploys containers, what ECS and Lambda of the environment's account run, and what the ledger of every environment
 * names, as production releases what another environment holds. One that can't be asked ends it, unless it is left out by name.
 * @throws Failure `configuration-invalid` for a source that there is not
 */
export async function collectUses(
  environment: EnvironmentSpec,
  without: readonly string[],
  world: UseSources,
): Promise<Use[]> {
  const sources = sourcesOf(environment, world);
  requireKnown(without, [...sources.keys()]);
  const uses: Use[] = [];
  for (const [name, ask] of sources) {
    if (without.includes(name)) continue;
    const title = `ask ${name} which images it needs`;
    uses.push(...(await world.progress.during(title, () => ask().catch((error: unknown) => explain(error, name)))));
  }
  return uses;
}

type Sources = ReadonlyMap<string, () => Promise<readonly Use[]>>;

function sourcesOf(environment: EnvironmentSpec, world: UseSources): Sources {
  const services = Object.entries({ ...containerDeployments(environment, world), ...world.deployments(environment) });
  return new Map([
    ...services.map(([name, service]) => [name, () => service.list()] as const),
    ...Object.values(world.specs).map((spec) => [`ledger:${spec.name}`, () => usesOfLedger(spec, world)] as const),
  ]);
}

async function usesOfLedger(spec: EnvironmentSpec, { catalog, openLedger }: UseSources): Promise<Use[]> {
  const ledger = openLedger(spec);
  const uses: Use[] = [];
  for (const name of catalog.names()) uses.push(...ledgerUses(await ledger.entries(name)));
  return uses;
}

function requireKnown(without: readonly string[], known: readonly string[]): void {
  const unknown = without.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new Failure({
    code: 'configuration-invalid',
    message: `there is no source '${unknown}' to leave out`,
    fix: `use one of: ${known.join(', ')}`,
  });
}

/** Unknown counts as needed: the failure says how to go on without its source. */
function explain(error: unknown, name: string): never {
  if (!isFailure(error) || error.code === 'interrupted') throw error;
  const { message, fix } = error;
  const flag = `--without ${name}`;
  const [, ledger] = /^ledger:(.+)$/.exec(name) ?? [];
  const byProfile = ledger === undefined ? '' : `; or name a profile that may: '--ledger-profile ${ledger}=<profile>'`;
  throw new Failure({
    code: error.code as FailureCode,
    message: `what '${name}' needs is not known, so nothing can be deleted: ${message}`,
    fix: fix.includes(flag) ? fix : `${fix}${byProfile}; or give '${flag}', and what only it needs is not protected`,
    cause: error,
  });
}
