import { currentRelease, previousRelease, rollbackFrom } from '@slipway/images';
import type { Digest, ReleaseEntry } from '@slipway/images';
import { Failure } from '../../failure.ts';

export interface RollbackFacts {
  readonly container: string;
  readonly environment: string;
  /** The ledger of the environment, by sequence. */
  readonly entries: readonly ReleaseEntry[];
  /** Digest to go back to. @default the release before the current one that wasn't rolled back from */
  readonly to?: string;
  /** Digest to go back from, and only from that. @default what is released */
  readonly from?: string;
}

export interface RollbackPlan {
  /** `keep`: it is what is released already. */
  readonly action: 'keep' | 'rollback';
  readonly from: ReleaseEntry;
  /** The entry by which the image was released before. */
  readonly to: ReleaseEntry;
}

/** Only what the ledger says was released can be gone back to. @throws Failure `image-missing`, `plan-stale` */
export function planRollback(facts: RollbackFacts): RollbackPlan {
  const { container, environment, entries, to } = facts;
  const from = currentRelease(entries);
  if (from === undefined) throw nothing(`nothing of '${container}' was released in '${environment}' yet`, entries);
  if (facts.from !== undefined && from.digest !== facts.from) return requireLeft(from, facts);
  const target = to === undefined ? previousRelease(entries) : releaseOf(to as Digest, entries);
  if (target !== undefined) return { action: target.digest === from.digest ? 'keep' : 'rollback', from, to: target };
  const what = to === undefined ? `anything before '${from.digest}'` : `'${to}'`;
  throw nothing(`the ledger of '${container}' in '${environment}' has no good release of ${what}`, entries);
}

/** Whoever runs the command again, as its answer was lost, must not go back one more. */
function requireLeft(
  current: ReleaseEntry,
  { container, environment, entries, from, to }: RollbackFacts,
): RollbackPlan {
  const left = rollbackFrom(entries, from as Digest);
  const isDone = left?.digest === current.digest && (to === undefined || to === current.digest);
  if (isDone) return { action: 'keep', from: current, to: current };
  throw new Failure({
    code: 'plan-stale',
    message: `'${from ?? ''}' is not what is released of '${container}' in '${environment}': that is '${current.digest}'`,
    fix: "see who released it with 'image-builder history', and name by --from what is to be left now",
  });
}

function releaseOf(digest: Digest, entries: readonly ReleaseEntry[]): ReleaseEntry | undefined {
  return entries.findLast((entry) => entry.action !== 'test' && entry.digest === digest);
}

function nothing(message: string, entries: readonly ReleaseEntry[]): Failure {
  const known = [...new Set(entries.filter(({ action }) => action !== 'test').map(({ digest }) => digest))];
  const fix =
    known.length < 2
      ? 'promote an image first; there is nothing to go back to'
      : `name one that was released by --to: ${known.join(', ')}`;
  return new Failure({ code: 'image-missing', message, fix });
}
