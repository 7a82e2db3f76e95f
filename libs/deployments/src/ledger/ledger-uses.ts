import { currentRelease, previousRelease } from '@slipway/images';
import type { ImageUse, ReleaseEntry } from '@slipway/images';

/**
 * The images that a ledger still needs: the current one and those before it that a rollback may return to. What is deployed may lag
 * behind what is released, so deployments count on their own, too.
 * @param entries of one container in one environment, by sequence
 */
export function ledgerUses(entries: readonly ReleaseEntry[]): ImageUse[] {
  const deployments = entries.filter(({ action }) => action === 'deploy');
  const releases = entries.filter(({ action }) => action !== 'deploy');
  return [...usesOf(entries, 'release'), ...usesOf(releases, 'release'), ...usesOf(deployments, 'deployment')];
}

function usesOf(entries: readonly ReleaseEntry[], what: string): ImageUse[] {
  const current = currentRelease(entries);
  if (current === undefined) return [];
  const source = `ledger:${current.environment}`;
  const use = (release: 'current' | 'previous', digest: string): ImageUse => ({
    source,
    reference: `${release} ${what} of '${current.container}'`,
    digest,
    release,
  });
  const earlier = [previousRelease(entries)?.digest, current.previous].filter((digest) => digest !== undefined);
  return [use('current', current.digest), ...[...new Set(earlier)].map((digest) => use('previous', digest))];
}
