import { isFailure } from '@slipway/cli';
import { useSources } from '@slipway/deployments';
import type { UseSources } from '@slipway/deployments';
import type { EnvironmentSpec } from '@slipway/environments';
import type { ImageUse } from '@slipway/images';
import { readContainerConfig } from '../config/read-container-config.ts';
import type { ConfigWorld } from '../config/read-container-config.ts';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import type { World } from '../world.ts';

/** What is asked of the world for it. */
export type UseWorld = ConfigWorld &
  Pick<World, 'catalog' | 'deployments' | 'openBeanstalk' | 'openCluster' | 'openLedger' | 'progress'>;

/**
 * What images are needed for: what runs where `image.json` deploys containers, what ECS and Lambda of the environment's account run, and what the ledger of every environment
 * names, as production releases what another environment holds. One that can't be asked ends it, unless it is left out by name.
 * @throws Failure `configuration-invalid` for a source that there is not
 */
export async function collectUses(
  environment: EnvironmentSpec,
  without: readonly string[],
  world: UseWorld,
): Promise<ImageUse[]> {
  const sources = sourcesOf(environment, world);
  requireKnown(without, [...sources.keys()]);
  const uses: ImageUse[] = [];
  for (const [name, ask] of sources) {
    if (without.includes(name)) continue;
    const title = `ask ${name} which images it needs`;
    uses.push(...(await world.progress.during(title, () => ask().catch((error: unknown) => explain(error, name)))));
  }
  return uses;
}

function sourcesOf(environment: EnvironmentSpec, world: UseWorld): UseSources {
  const { catalog, deployments, openBeanstalk, openCluster, openLedger, specs } = world;
  return useSources(environment, Object.values(specs), {
    containers: catalog.names().map((name) => catalog.container(name)),
    deployTargets: async ({ context }) => (await readContainerConfig(world, context)).deploy,
    openNamespace: (place) => ({ list: () => openCluster(place).images() }),
    openBeanstalk,
    services: deployments,
    openLedger,
  });
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
  const [, ledger] = /^ledger:(.+)$/.exec(name) ?? [];
  const byProfile = ledger === undefined ? '' : `; or name a profile that may: '--ledger-profile ${ledger}=<profile>'`;
  throw new Failure({
    code: error.code as FailureCode,
    message: `what '${name}' needs is not known, so nothing can be deleted: ${message}`,
    fix: `${fix}${byProfile}; or give '--without ${name}', and what only it needs is not protected`,
    cause: error,
  });
}
