import { currentRelease } from '@slipway/images';
import type { ReleaseEntry } from '@slipway/images';
import { isFailure } from '@slipway/cli';
import { addTags } from '../../copy/add-tags.ts';
import { copyImage } from '../../copy/copy-image.ts';
import type { CopyFacts } from '../../copy/copy-image.ts';
import { Failure } from '../../failure.ts';
import { recordRelease } from '../../ledger/record-release.ts';
import type { World } from '../../world.ts';
import { digestsOf } from '../../release/tags-of.ts';
import type { PreparedPromotion } from './prepare-promote.ts';
import { refusedPlan } from './refused-plan.ts';
import type { PromoteOptions } from './run-promote.ts';

/** What a promotion did; both are absent where it had nothing to do. */
export interface Promoted {
  readonly copied?: CopyFacts;
  readonly entry?: ReleaseEntry;
}

/**
 * Copies first and writes the ledger last: what dies in between leaves an image that is not released, and the next run completes it.
 * @throws Failure `plan-stale`, `tag-conflict`, `copy-failed`, `ledger-conflict`
 */
export async function applyPromote(one: PreparedPromotion, options: PromoteOptions, world: World): Promise<Promoted> {
  const { plan } = one;
  if (plan.action === 'keep') return {};
  await requireSameTag(one, options);
  const copied = plan.copy ? await copy(one, world) : undefined;
  if (plan.copy) await tag(one, world);
  const entry = plan.record ? await record(one, options, world) : undefined;
  return { ...(copied === undefined ? {} : { copied }), ...(entry === undefined ? {} : { entry }) };
}

/** A tag that was asked for may have moved while the plan was made. */
async function requireSameTag({ source, digest }: PreparedPromotion, { tag }: PromoteOptions): Promise<void> {
  if (tag === undefined) return;
  const now = await source.registry.digestOf(tag);
  if (now === digest) return;
  throw new Failure({
    code: 'plan-stale',
    message: `'${source.place.uri}:${tag}' was '${digest}' when this was planned, and is '${now ?? 'nothing'}' now`,
    fix: 'run the command again, or name the image by --digest',
  });
}

function copy({ source, target, digest }: PreparedPromotion, world: World): Promise<CopyFacts> {
  const { progress, signal } = world;
  return copyImage({ from: source.registry, to: target.registry, digest, tags: [], progress, signal });
}

/** A copy takes its time: whoever took a tag meanwhile keeps it, also where the registry would move it. */
async function tag({ source, target, digest, tags }: PreparedPromotion, { progress }: World): Promise<void> {
  const there = await digestsOf(target.registry, tags);
  const [taken] = [...there].filter(([, held]) => held !== digest);
  if (taken !== undefined)
    throw refusedPlan({ action: 'refuse', tag: taken[0], there: taken[1] }, { source, target, digest });
  const missing = tags.filter((each) => !there.has(each));
  await progress.during(`tag ${digest}`, (say) => addTags({ digest, tags: missing }, target.registry, say));
}

/** Of two promotions at once one is recorded; when both are of the same image, both have what they want. */
async function record(
  one: PreparedPromotion,
  options: PromoteOptions,
  world: World,
): Promise<ReleaseEntry | undefined> {
  const { target, container, digest, current } = one;
  const isCurrent = (wanted: typeof current, entries: readonly ReleaseEntry[]) =>
    currentRelease(entries)?.digest === wanted;
  try {
    return await recordRelease({ ...target.access, now: world.now }, entryParts(one, options), {
      stillFits: (entries) => isCurrent(current, entries),
    });
  } catch (error) {
    if (!isFailure(error) || error.code !== 'ledger-conflict') throw error;
    const entries = await target.access.openLedger(target.spec).entries(container.name);
    if (isCurrent(digest, entries)) return undefined;
    throw error;
  }
}

function entryParts(one: PreparedPromotion, options: PromoteOptions) {
  const { source, target, container, digest, tags, commit, current } = one;
  const note = overrideNote(one, options);
  return {
    environment: target.spec,
    container: container.name,
    action: 'promote',
    repository: container.repository,
    digest,
    tags,
    from: source.spec.name,
    ...(current === undefined ? {} : { previous: current }),
    ...(commit === undefined ? {} : { commit }),
    ...(note === undefined ? {} : { note }),
  } as const;
}

function overrideNote({ gates }: PreparedPromotion, { reason }: PromoteOptions): string | undefined {
  const overridden = gates
    .filter(({ state }) => state === 'overridden')
    .map(({ gate, facts }) => `'${gate}' (${facts})`);
  return overridden.length === 0 ? undefined : `overrode ${overridden.join(' and ')}: ${reason ?? ''}`;
}
