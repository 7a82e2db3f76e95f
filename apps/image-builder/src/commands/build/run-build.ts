import type { GitFacts, ImageRecord } from '@slipway/images';
import type { CacheFlags } from '../../cache/cache-flags.ts';
import { oneCacheEach } from '../../cache/one-cache-each.ts';
import { openCache } from '../../cache/open-cache.ts';
import type { Container } from '../../catalog/catalog.ts';
import { collectInputs } from '../../inputs/collect-inputs.ts';
import { containerTags } from '../../tags/container-tags.ts';
import type { World } from '../../world.ts';
import { buildImage } from './build-image.ts';

export interface BuildOptions {
  readonly containers: readonly string[];
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly force: boolean;
  /** Build even so, and run every step. @default false */
  readonly noCache?: boolean;
  readonly recordDir: string;
  /** @default as image.json says */
  readonly cache?: CacheFlags;
}

/** Builds containers one after the other and records each. All names are checked before the first is built. */
export async function runBuild(options: BuildOptions, world: World): Promise<ImageRecord[]> {
  const containers = [...new Set(options.containers)].map((name) => world.catalog.container(name));
  oneCacheEach(
    options.cache,
    containers.map(({ name }) => name),
  );
  const git = await world.git.facts(world.workspace);
  const store = world.openRecords(options.recordDir);
  const records: ImageRecord[] = [];
  for (const container of containers) {
    const record = await world.progress.during(`build ${container.name}`, (say) =>
      buildOne({ container, git, options, say }, world),
    );
    await store.write(container.name, record);
    records.push(record);
  }
  return records;
}

interface OneBuild {
  readonly container: Container;
  readonly git: GitFacts;
  readonly options: BuildOptions;
  readonly say: (line: string) => void;
}

async function buildOne({ container, git, options, say }: OneBuild, world: World): Promise<ImageRecord> {
  const { buildArgs, noCache = false } = options;
  const force = options.force || noCache;
  const inputs = await collectInputs({ ...world, container, buildArgs, say });
  const tags = await containerTags({ world, container, git, inputsHash: inputs.hash });
  const cache = () => openCache({ container, git, flags: options.cache, say }, world);
  const { image, built } = await buildImage({ container, git, inputs, tags, force, noCache, cache, say }, world);
  return {
    schemaVersion: 1,
    container: container.name,
    repository: container.repository,
    imageId: image.id,
    tags,
    inputsHash: inputs.hash,
    git,
    size: { uncompressed: image.bytes },
    built,
  };
}
