import { currentRelease } from '@slipway/images';
import type { ReleaseEntry } from '@slipway/images';
import { isFailure } from '@slipway/cli';
import { recordRelease } from '../../ledger/record-release.ts';
import type { EnvironmentEnd } from '../../release/open-end.ts';
import type { World } from '../../world.ts';
import type { RollbackPlan } from './plan-rollback.ts';

export interface PlannedRollback {
  readonly end: EnvironmentEnd;
  readonly plan: RollbackPlan;
  /** Tags that showed the image that is left when this was planned. */
  readonly moving: readonly string[];
  readonly reason?: string | undefined;
}

export interface RolledBack {
  /** Tags that were moved. */
  readonly moved: readonly string[];
  readonly entry: ReleaseEntry;
}

type Say = (line: string) => void;

/**
 * Tags first and the ledger last: what dies in between is planned in the same way again, and completed.
 * @throws Failure `ledger-conflict` when something else was released since the plan
 */
export async function applyRollback(work: PlannedRollback, world: World, say: Say): Promise<RolledBack> {
  const moved = await moveTags(work, say);
  try {
    return { moved, entry: await record(work, world) };
  } catch (error) {
    if (isFailure(error) && error.code === 'ledger-conflict') await followLedger(moved, work, say);
    throw error;
  }
}

/** Registries move a tag wherever it is: looking just before is the nearest to "only if it still shows this image". */
async function moveTags(
  { end: { registry }, plan: { from, to }, moving }: PlannedRollback,
  say: Say,
): Promise<string[]> {
  const moved: string[] = [];
  for (const tag of moving) {
    if ((await registry.digestOf(tag)) !== from.digest) continue;
    await registry.addTag(to.digest, tag);
    moved.push(tag);
    say(`moved: ${tag}`);
  }
  return moved;
}

/** Whoever was first has moved the tags before: they are given the image that is released now. */
async function followLedger(moved: readonly string[], { end, plan: { to } }: PlannedRollback, say: Say): Promise<void> {
  const current = currentRelease(await end.access.openLedger(end.spec).entries(to.container));
  if (current === undefined || current.digest === to.digest) return;
  for (const tag of moved) {
    if ((await end.registry.digestOf(tag)) !== to.digest) continue;
    await end.registry.addTag(current.digest, tag);
    say(`moved to what is released now: ${tag}`);
  }
}

async function record({ end, plan, reason }: PlannedRollback, { now }: World): Promise<ReleaseEntry> {
  const { container, repository, digest, tags, commit } = plan.to;
  const parts = {
    environment: end.spec,
    container,
    action: 'rollback',
    repository,
    digest,
    tags,
    previous: plan.from.digest,
    ...(commit === undefined ? {} : { commit }),
    ...(reason === undefined ? {} : { note: reason }),
  } as const;
  const stillFits = (entries: readonly ReleaseEntry[]) => currentRelease(entries)?.sequence === plan.from.sequence;
  return recordRelease({ ...end.access, now }, parts, { stillFits });
}
