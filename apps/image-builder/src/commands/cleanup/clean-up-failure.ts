import { Failure } from '../../failure.ts';
import type { CleanupResult } from './cleanup-result.ts';

/** The failure of a clean-up that had to leave images. */
export function cleanUpFailure({ repositories }: CleanupResult): Failure | undefined {
  const kept = repositories.flatMap(({ kept: images }) => images);
  if (kept.length === 0) return undefined;
  return new Failure({
    code: 'clean-up-failed',
    message: `the registry kept ${kept.length} ${kept.length === 1 ? 'image' : 'images'} that the plan deletes: ${[...new Set(kept.map(({ code }) => code))].join(', ')}`,
    fix: 'see the reasons above; applying the same plan again tries what is left',
  });
}
