import type { ImageRecord } from '@slipway/images';
import type { CacheFlags } from '../../cache/cache-flags.ts';
import { oneCacheEach } from '../../cache/one-cache-each.ts';
import type { World } from '../../world.ts';
import { pushOne } from './push-one.ts';

export interface PushOptions {
  readonly containers: readonly string[];
  readonly environment: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly recordDir: string;
  /** @default as image.json says */
  readonly cache?: CacheFlags;
}

/** Makes it true in an environment's registry that it holds the containers' images under their tags, and records each. */
export async function runPush(options: PushOptions, world: World): Promise<ImageRecord[]> {
  const containers = [...new Set(options.containers)].map((name) => world.catalog.container(name));
  const targets = containers.map((container) => ({
    container,
    target: world.catalog.target(container, options.environment),
  }));
  const { buildArgs, cache } = options;
  oneCacheEach(
    cache,
    containers.map(({ name }) => name),
  );
  const git = await world.git.facts(world.workspace);
  const store = world.openRecords(options.recordDir);
  const records: ImageRecord[] = [];
  for (const { container, target } of targets) {
    const title = `push ${container.name} to ${target.environment}`;
    const record = await world.progress.during(title, (say) =>
      pushOne({ container, target, git, store, buildArgs, cache, say }, world),
    );
    records.push(record);
  }
  return records;
}
