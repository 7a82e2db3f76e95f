import type { Digest } from './digest.ts';
import type { ReleaseAction, ReleaseEntry } from './release-entry.ts';

/** A test says something of an image, and releases nothing. */
const RELEASING: readonly ReleaseAction[] = ['publish', 'promote', 'rollback', 'deploy'];

/**
 * The entry of the image that is released now; undefined before the first release.
 * @param entries of one container in one environment, by sequence
 */
export function currentRelease(entries: readonly ReleaseEntry[]): ReleaseEntry | undefined {
  return releasesOf(entries).at(-1);
}

/**
 * The image that was released before the current one and wasn't rolled back from since: what a rollback returns to.
 * Two rollbacks in a row go back twice, instead of to and fro.
 */
export function previousRelease(entries: readonly ReleaseEntry[]): ReleaseEntry | undefined {
  const releases = releasesOf(entries);
  const current = releases.at(-1);
  const left = rollbacksFrom(releases);
  return releases.findLast(({ digest }) => digest !== current?.digest && !left.has(digest));
}

/** The rollback that left an image, unless it was released again since. */
export function rollbackFrom(entries: readonly ReleaseEntry[], digest: Digest): ReleaseEntry | undefined {
  return rollbacksFrom(releasesOf(entries)).get(digest);
}

function releasesOf(entries: readonly ReleaseEntry[]): ReleaseEntry[] {
  return entries.filter(({ action }) => RELEASING.includes(action));
}

/** The rollbacks by the image that they left; one that was released on purpose again is good again. */
function rollbacksFrom(releases: readonly ReleaseEntry[]): ReadonlyMap<Digest, ReleaseEntry> {
  const left = new Map<Digest, ReleaseEntry>();
  for (const entry of releases) {
    left.delete(entry.digest);
    if (entry.action === 'rollback' && entry.previous !== undefined) left.set(entry.previous, entry);
  }
  return left;
}
