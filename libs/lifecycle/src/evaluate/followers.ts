import type { InventoryImage } from './inventory-image.ts';
import { mostLasting } from './most-lasting.ts';
import { parentsFirst } from './parents-first.ts';
import { tiesOf, type Ties } from './ties.ts';
import type { Verdict } from './verdict.ts';

/** Which images don't have a fate of their own. */
export interface Followers {
  /** Whether the image of an index takes part in the ranking. */
  readonly ranked: (index: number) => boolean;
  /** Gives each image that follows another the fate of that one. */
  readonly settle: (verdicts: readonly Verdict[]) => Verdict[];
}

/**
 * Images that a manifest list holds stay as long as one of their lists does; signatures and SBOMs go with what they are about,
 * within 24 hours (ECR user guide, "Lifecycle policies"). Where the list or the subject is not there, they are images like others.
 */
export function followers(images: readonly InventoryImage[], children: 'exclude' | 'rank'): Followers {
  const ties = withoutCircles(tiesOf(images));
  const { holders, subjects } = ties;
  if (holders.size === 0 && subjects.size === 0) return { ranked: () => true, settle: (verdicts) => [...verdicts] };
  const ranked = (index: number) => !subjects.has(index) && (children === 'rank' || !holders.has(index));
  return { ranked, settle: (verdicts) => settled(verdicts, ties, ranked) };
}

function settled(verdicts: readonly Verdict[], ties: Ties, ranked: Followers['ranked']): Verdict[] {
  const after = [...verdicts];
  const parents = parentsOf(ties);
  for (const index of parentsFirst(parents)) {
    const own = after[index];
    const fate = mostLasting((parents.get(index) ?? []).flatMap((parent) => after[parent] ?? []));
    if (own === undefined || fate === undefined) continue;
    // A ranked child has a verdict of its own, which holds once no list holds the child.
    if (ranked(index) && fate.outcome !== 'kept') continue;
    after[index] = following(own.image, fate, ties.subjects.has(index) ? 'about' : 'held by the manifest list');
  }
  return after;
}

/**
 * A list can hold what it is about, and so follow its own child. Such a list, and what follows it, is taken as a list alone: nothing
 * goes before a list that holds it.
 */
function withoutCircles(ties: Ties): Ties {
  const parents = parentsOf(ties);
  const order = parentsFirst(parents);
  if (order.length === parents.size) return ties;
  const settled = new Set(order);
  return { holders: ties.holders, subjects: new Map([...ties.subjects].filter(([referrer]) => settled.has(referrer))) };
}

function parentsOf({ holders, subjects }: Ties): Map<number, readonly number[]> {
  const parents = new Map<number, readonly number[]>(holders);
  for (const [referrer, subject] of subjects) parents.set(referrer, [subject, ...(holders.get(referrer) ?? [])]);
  return parents;
}

function following(image: InventoryImage, fate: Verdict, tie: string): Verdict {
  const { outcome, rulePriority, dueAt } = fate;
  const isThere = outcome === 'archived' && image.storageClass === 'archive';
  return {
    image,
    outcome: isThere ? 'kept' : outcome,
    rulePriority,
    reason: `${tie} ${short(fate.image.digest)}, which is ${outcome}`,
    ...(dueAt === undefined ? {} : { dueAt }),
    follows: fate.image.digest,
    ...(outcome === 'kept' || tie === 'about'
      ? {}
      : { uncertain: 'ECR takes it after its list, when a rule is about it by then' }),
  };
}

function short(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12);
}
