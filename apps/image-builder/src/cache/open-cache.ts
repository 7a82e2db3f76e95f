import { moves } from '@slipway/environments';
import type { EnvironmentSpec } from '@slipway/environments';
import { parseImageRef } from '@slipway/images';
import type { GitFacts } from '@slipway/images';
import type { Container } from '../catalog/catalog.ts';
import { readContainerConfig } from '../config/read-container-config.ts';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import type { BuildCache } from '../engine/build-cache.ts';
import { locate } from '../locate.ts';
import type { World } from '../world.ts';
import { NO_CACHE_FLAGS } from './cache-flags.ts';
import type { CacheFlags } from './cache-flags.ts';
import { planCache } from './plan-cache.ts';

export interface CacheRequest {
  readonly container: Container;
  readonly git: GitFacts;
  readonly flags: CacheFlags | undefined;
  readonly say: (line: string) => void;
  /** The environment that the image is for, and its repository there. @default none: only caches with a host are used */
  readonly target?: { readonly environment: string; readonly place: RepositoryPlace };
}

/**
 * The caches of one build, by the command line or image.json. Asked for only when something is built.
 * @throws Failure `configuration-invalid`; `repository-missing` for a repository that the environment lacks
 */
export async function openCache(request: CacheRequest, world: World): Promise<BuildCache | undefined> {
  const { container, git, say, target, flags = NO_CACHE_FLAGS } = request;
  const repository = flags.from.length > 0 || flags.to !== undefined ? undefined : await repositoryOf(request, world);
  const facts = { flags, container: container.name, branch: git.branch, repository: repository?.uri };
  const plan = planCache({
    ...facts,
    targets: world.engine.cacheTargets,
    moves: (ref) => target && movesIn(ref, { ...target, container, spec: world.specs[target.environment] }),
  });
  for (const note of plan.notes) say(note);
  if (plan.from.length === 0 && plan.to === undefined) return undefined;
  return { from: plan.from, to: plan.to, logins: loginsAt(target?.place) };
}

/** Where the repository of image.json is: as it is written if it has a host, else in the registry of the environment. */
async function repositoryOf(
  { container, target, say }: CacheRequest,
  world: World,
): Promise<Pick<RepositoryPlace, 'uri'> | undefined> {
  const { cache } = await readContainerConfig(world, container.context);
  if (cache === undefined) return undefined;
  if (parseImageRef(cache.repository).registry !== undefined) return { uri: cache.repository };
  if (target !== undefined)
    return locate(world.catalog.target({ ...container, repository: cache.repository }, target.environment), world);
  say(`no cache: '${cache.repository}' of image.json is in the registry of an environment, and none is named`);
  return undefined;
}

/** One login is good for every repository of a registry (ECR user guide, "Private registry authentication"). */
function loginsAt(place: RepositoryPlace | undefined): NonNullable<BuildCache['logins']> {
  return new Map(place === undefined ? [] : [[hostOf(place.uri), place.credentials]]);
}

function hostOf(uri: string): string {
  return uri.slice(0, uri.indexOf('/'));
}

interface TagPlace {
  readonly place: RepositoryPlace;
  readonly container: Container;
  readonly spec: EnvironmentSpec | undefined;
}

/** What the spec of the environment says of a tag in one of its repositories. */
function movesIn(ref: string, { place, container, spec }: TagPlace): boolean | undefined {
  const { tag = 'latest' } = parseImageRef(ref);
  const root = place.uri.slice(0, -container.repository.length);
  const repositories = spec?.registries.flatMap((registry) => registry.repositories) ?? [];
  const name = ref.startsWith(root) ? ref.slice(root.length).split(':')[0] : undefined;
  const found = repositories.find((repository) => repository.name === name);
  return found && moves(found.tagMutability, tag);
}
