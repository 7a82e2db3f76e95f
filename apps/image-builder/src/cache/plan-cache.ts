import { parseImageRef } from '@slipway/images';
import type { BuildCache, CacheTarget } from '../engine/build-cache.ts';
import { Failure } from '../failure.ts';
import type { CacheFlags } from './cache-flags.ts';

export interface CacheFacts {
  readonly flags: CacheFlags;
  readonly container: string;
  readonly branch: string;
  /** Address of the repository that image.json names; undefined for none. */
  readonly repository: string | undefined;
  /** Where the engine can write a cache to. */
  readonly targets: readonly CacheTarget['type'][];
  /** Whether a name can get another content tomorrow; undefined where nothing says so. */
  readonly moves: (ref: string) => boolean | undefined;
}

export interface CachePlan extends BuildCache {
  /** What people should know: why nothing is written. */
  readonly notes: readonly string[];
}

/** Branch whose cache a branch without one of its own starts from. */
const MAIN = 'main';

/**
 * The caches of a build. What the command line asks for and can't be is refused; what image.json asks for and can't be is left out, as the
 * same file holds for machines with a plain Docker engine.
 * @throws Failure `configuration-invalid`
 */
export function planCache(facts: CacheFacts): CachePlan {
  const { flags, repository } = facts;
  if (flags.from.length > 0 || flags.to !== undefined) return byFlags(facts);
  return repository === undefined ? { from: [], notes: [] } : byRepository(repository, facts);
}

function byFlags({ flags: { from, to }, targets, moves }: CacheFacts): CachePlan {
  for (const ref of from) checkName(ref, '--cache-from');
  if (to === undefined) return { from, notes: [] };
  if (to === 'inline') return { from, to: { type: 'inline' }, notes: [] };
  checkName(to, '--cache-to');
  if (!targets.includes('registry')) throw refused(`the Docker engine can't write a cache to '${to}'`, NEEDS_BUILDKIT);
  if (moves(to) === false)
    throw refused(`the tag of '${to}' can't move there, and a cache is written again and again`, NEEDS_MOVING);
  return { from, to: { type: 'registry', ref: to }, notes: [] };
}

function byRepository(repository: string, { container, branch, targets, moves }: CacheFacts): CachePlan {
  const own = `${repository}:${cacheTag(container, branch)}`;
  const from = [...new Set([own, `${repository}:${cacheTag(container, MAIN)}`])];
  if (!targets.includes('registry'))
    return { from, notes: [`no cache is written: the Docker engine can't; ${NEEDS_BUILDKIT}`] };
  if (moves(own) === false)
    return { from, notes: [`no cache is written: the tag of '${own}' can't move there; ${NEEDS_MOVING}`] };
  return { from, to: { type: 'registry', ref: own }, notes: [] };
}

const NEEDS_BUILDKIT = 'set BUILDKIT_HOST to a BuildKit, or use --cache-to inline';
const NEEDS_MOVING = "give the repository 'mutable()', or 'immutableExcept' with a filter for it, in libs/environments";
/** OCI distribution specification, "Pulling manifests". */
const LONGEST_TAG = 128;

/** A cache for each container and branch. */
function cacheTag(container: string, branch: string): string {
  return `${container}-${branch}`.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, LONGEST_TAG);
}

function checkName(name: string, flag: string): void {
  try {
    parseImageRef(name);
  } catch (cause) {
    throw refused(`${flag} '${name}' is no name of an image`, 'write it as registry/repository:tag', cause);
  }
}

function refused(message: string, fix: string, cause?: unknown): Failure {
  return new Failure({ code: 'configuration-invalid', message, fix, cause });
}
