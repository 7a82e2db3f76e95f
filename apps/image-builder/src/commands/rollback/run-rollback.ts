import type { Digest } from '@slipway/images';
import { Failure } from '../../failure.ts';
import { openEnd } from '../../release/open-end.ts';
import type { EnvironmentEnd } from '../../release/open-end.ts';
import { digestsOf } from '../../release/tags-of.ts';
import type { World } from '../../world.ts';
import { applyRollback } from './apply-rollback.ts';
import type { PlannedRollback } from './apply-rollback.ts';
import { planRollback } from './plan-rollback.ts';
import type { RollbackPlan } from './plan-rollback.ts';

export interface RollbackOptions {
  readonly container: string;
  readonly environment: string;
  /** Digest to go back to. @default the release before */
  readonly to?: string;
  /** Digest to go back from: the run fails when another is released by now. @default whatever is released */
  readonly from?: string;
  /** Goes into the ledger. @default nothing */
  readonly reason?: string;
  readonly dryRun: boolean;
}

/** What `rollback` prints with `--json`. */
export interface RollbackReport {
  readonly schemaVersion: 1;
  readonly environment: string;
  readonly container: string;
  readonly repository: string;
  readonly dryRun: boolean;
  readonly result: 'rolled-back' | 'up-to-date' | 'planned';
  /** What is released now, or would be. */
  readonly digest: Digest;
  readonly tags: readonly string[];
  /** What was released before. */
  readonly previous: Digest;
  /** Moving tags that went back with it. */
  readonly movedTags: readonly string[];
  /** Number of the ledger entry that was written. */
  readonly sequence?: number;
}

interface Work extends PlannedRollback {
  readonly options: RollbackOptions;
}

/** Makes an earlier release the current one again, in the registry's moving tags and in the ledger. */
export async function runRollback(options: RollbackOptions, world: World): Promise<RollbackReport> {
  const container = world.catalog.container(options.container);
  const end = await openEnd({ container, environment: options.environment }, world);
  const entries = await end.access.openLedger(end.spec).entries(container.name);
  const plan = planRollback({ ...options, entries });
  await requireImage(plan.to.digest, end);
  const work = { options, end, plan, moving: await tagsToMove(end, plan) };
  if (plan.action === 'keep') return report(work, 'up-to-date');
  if (options.dryRun) return report(work, 'planned');
  const title = `roll ${container.name} back in ${options.environment}`;
  const planned = { ...work, reason: options.reason };
  const { moved, entry } = await world.progress.during(title, (say) => applyRollback(planned, world, say));
  return { ...report({ ...work, moving: moved }, 'rolled-back'), sequence: entry.sequence };
}

async function requireImage(digest: Digest, { registry, place }: EnvironmentEnd): Promise<void> {
  if ((await registry.digestOf(digest)) === digest) return;
  throw new Failure({
    code: 'image-missing',
    message: `'${place.uri}@${digest}' was released once and is no longer in the registry`,
    fix: 'name an older release by --to, or promote the image again from the environment that still has it',
  });
}

/** Those that show the image that is left; others were moved by somebody for a reason of their own. */
async function tagsToMove({ registry, target }: EnvironmentEnd, { from, to }: RollbackPlan): Promise<string[]> {
  if (from.digest === to.digest) return [];
  const held = await digestsOf(registry, target.movingTags);
  return [...held].flatMap(([tag, digest]) => (digest === from.digest ? [tag] : []));
}

function report({ options, end, plan, moving }: Work, result: RollbackReport['result']): RollbackReport {
  return {
    schemaVersion: 1,
    environment: end.spec.name,
    container: options.container,
    repository: plan.to.repository,
    dryRun: options.dryRun,
    result,
    digest: plan.to.digest,
    tags: plan.to.tags,
    previous: plan.from.digest,
    movedTags: moving,
  };
}
