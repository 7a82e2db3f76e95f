import { inParallel } from '@slipway/cli';
import type { CacheFlags } from '../../cache/cache-flags.ts';
import { oneCacheEach } from '../../cache/one-cache-each.ts';
import type { World } from '../../world.ts';
import { chooseContainers } from './plan-publish.ts';
import type { Asked } from './plan-publish.ts';
import { publishOne } from './publish-one.ts';
import type { PublishReport } from './publish-report.ts';
import { takeTurns } from '../build/turns.ts';

export interface PublishOptions extends Asked {
  readonly environment: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly recordDir: string;
  /** @default as image.json says */
  readonly cache?: CacheFlags;
  /** How many images are built at a time. As many others are pushed beside them. */
  readonly concurrency: number;
  readonly dryRun: boolean;
  /** Whether the ledger of the environment says what was published. */
  readonly ledger: boolean;
}

/**
 * Builds and pushes containers, one being pushed while the next is built. One that fails stops no other: the report
 * says so. All names are checked before the first is built.
 */
export async function runPublish(options: PublishOptions, world: World): Promise<PublishReport> {
  const { environment, dryRun, concurrency } = options;
  const names = await chosenNames(options, world);
  oneCacheEach(options.cache, names);
  const pushes = names.map((name) => {
    const container = world.catalog.container(name);
    return { container, target: world.catalog.target(container, environment) };
  });
  const empty = { schemaVersion: 1, environment, dryRun } as const;
  if (pushes.length === 0) return { ...empty, containers: [] };
  const shared = { git: await world.git.facts(world.workspace), store: world.openRecords(options.recordDir) };
  const inTurn = takeTurns(concurrency);
  const title = `${dryRun ? 'plan' : 'publish'} ${names.join(', ')} to ${environment}`;
  const containers = await world.progress.during(title, (say) =>
    inParallel(pushes, {
      limit: 2 * concurrency,
      work: (push) =>
        publishOne({ ...push, ...shared, inTurn, options, say: prefixed(push.container.name, say) }, world),
    }),
  );
  return { ...empty, containers: containers.map((finish) => finish()) };
}

async function chosenNames(asked: Asked, world: World): Promise<readonly string[]> {
  const choice = chooseContainers(asked);
  switch (choice.from) {
    case 'command':
      return choice.names;
    case 'catalog':
      return world.catalog.names();
    case 'changes':
      return [...(await world.affected(choice.base))].sort();
    default:
      return choice satisfies never;
  }
}

/** Lines of several containers come mixed. */
function prefixed(name: string, say: (line: string) => void): (line: string) => void {
  return (line) => {
    say(`${name}: ${line}`);
  };
}
