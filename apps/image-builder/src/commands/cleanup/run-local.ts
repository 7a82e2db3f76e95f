import { interrupted } from '@slipway/cli';
import { INPUTS_HASH_LABEL } from '@slipway/images';
import { planLocal } from '../../cleanup/plan-local.ts';
import type { LocalRules } from '../../cleanup/plan-local.ts';
import type { LocalImageDecision, LocalPlan } from '../../cleanup/local-plan.ts';
import { Failure } from '../../failure.ts';
import type { World } from '../../world.ts';

/** What applying a local plan did. */
export interface LocalResult {
  readonly schemaVersion: 1;
  readonly report: 'local-cleanup-result';
  /** Ids of images. */
  readonly removed: readonly string[];
  /** Ids of images that were gone before. */
  readonly gone: readonly string[];
  /** Ids of images that the engine kept: a container uses them, or an image is built on them. */
  readonly used: readonly string[];
  /** Bytes of build cache that were freed. */
  readonly cacheBytes: number;
}

type LocalWorld = Pick<World, 'localStorage' | 'now' | 'progress' | 'signal'>;

/** Says which of the engine's images that this program built have newer ones. Nothing is changed. */
export async function runLocalPlan(rules: LocalRules, { localStorage, now }: LocalWorld): Promise<LocalPlan> {
  return planLocal(await localStorage.list(INPUTS_HASH_LABEL), rules, now());
}

/**
 * Removes exactly what a plan says, and the build cache that nothing used for as long as it says.
 * @throws Failure `plan-stale` when an image got another name, or is among the newest by now
 */
export async function applyLocalPlan(plan: LocalPlan, world: LocalWorld): Promise<LocalResult> {
  const { keep, cacheUnusedForDays } = plan;
  const now = await runLocalPlan({ keep, cacheUnusedForDays }, world);
  const there = new Map(now.go.map((image) => [image.id, image]));
  const staying = new Set(now.stay.map(({ id }) => id));
  const stale = plan.go.filter((image) => staying.has(image.id) || isRenamed(image, there.get(image.id)));
  if (stale.length > 0) throw planStale(stale);
  const wanted = plan.go.filter(({ id }) => there.has(id));
  const used = await removeAll(wanted, world);
  const removed = wanted.map(({ id }) => id).filter((id) => !used.includes(id));
  const gone = plan.go.map(({ id }) => id).filter((id) => !there.has(id));
  const cacheBytes = await world.progress.during('remove unused build cache', () =>
    world.localStorage.pruneCache(cacheUnusedForDays),
  );
  return { schemaVersion: 1, report: 'local-cleanup-result', removed, gone, used, cacheBytes };
}

async function removeAll(
  images: readonly LocalImageDecision[],
  { localStorage, progress, signal }: LocalWorld,
): Promise<string[]> {
  const used: string[] = [];
  await progress.during(`remove ${images.length} images`, async () => {
    for (const image of images) {
      if (signal.aborted) throw interrupted();
      if (!(await localStorage.remove(image))) used.push(image.id);
    }
  });
  return used;
}

/** What lost a name because an earlier run was ended is no other image. */
function isRenamed({ names }: LocalImageDecision, now: LocalImageDecision | undefined): boolean {
  return now?.names.some((name) => !names.includes(name)) === true;
}

function planStale(stale: readonly LocalImageDecision[]): Failure {
  const lines = stale.map(({ id, title }) => `${title} ${id}`).join('\n  ');
  return new Failure({
    code: 'plan-stale',
    message: `nothing was removed: these images got another name, or are among the newest by now:\n  ${lines}`,
    fix: 'make the plan anew, and look at it',
  });
}
