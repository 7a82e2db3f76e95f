import type { InventoryImage } from './inventory-image.ts';
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
  const holders = holdersOf(images);
  const subjects = subjectsOf(images);
  if (holders.size === 0 && subjects.size === 0) return { ranked: () => true, settle: (verdicts) => [...verdicts] };
  return {
    ranked: (index) => !subjects.has(index) && (children === 'rank' || !holders.has(index)),
    settle: (verdicts) => settled(verdicts, { holders, subjects, children }),
  };
}

interface Ties {
  /** Index of an image to the indices of the lists that hold it. */
  readonly holders: ReadonlyMap<number, readonly number[]>;
  /** Index of a signature or an SBOM to the index of what it is about. */
  readonly subjects: ReadonlyMap<number, number>;
  readonly children: 'exclude' | 'rank';
}

function settled(verdicts: readonly Verdict[], { holders, subjects, children }: Ties): Verdict[] {
  const after = [...verdicts];
  for (const [child, lists] of holders) {
    const own = children === 'rank' ? verdicts[child] : undefined;
    const verdict = heldBy(verdicts, child, { lists, own });
    if (verdict !== undefined) after[child] = verdict;
  }
  // A signature may be about an image that a list holds, so these come second.
  for (const [referrer, subject] of subjects) {
    const verdict = about(after, referrer, subject);
    if (verdict !== undefined) after[referrer] = verdict;
  }
  return after;
}

interface Held {
  readonly lists: readonly number[];
  /** What the rules say of the child, where it is ranked. */
  readonly own: Verdict | undefined;
}

function heldBy(verdicts: readonly Verdict[], child: number, { lists, own }: Held): Verdict | undefined {
  const image = verdicts[child]?.image;
  const holding = lists.map((list) => verdicts[list]).filter((verdict) => verdict !== undefined);
  const stays = holding.find(({ outcome }) => outcome === 'kept') ?? holding[0];
  if (image === undefined || stays === undefined) return undefined;
  if (stays.outcome !== 'kept' && own !== undefined) return own;
  const { outcome, rulePriority } = stays;
  return {
    ...{ image, outcome, rulePriority, follows: stays.image.digest },
    reason: `held by the manifest list ${short(stays.image.digest)}, which is ${outcome}`,
    ...(outcome === 'kept' ? {} : { uncertain: 'ECR takes it after its list, when a rule is about it by then' }),
  };
}

function about(verdicts: readonly Verdict[], referrer: number, subject: number): Verdict | undefined {
  const [image, fate] = [verdicts[referrer]?.image, verdicts[subject]];
  if (image === undefined || fate === undefined) return undefined;
  const { outcome, rulePriority } = fate;
  const reason = `about ${short(fate.image.digest)}, which is ${outcome}`;
  return { image, outcome, rulePriority, reason, follows: fate.image.digest };
}

function holdersOf(images: readonly InventoryImage[]): Map<number, number[]> {
  const lists = [...images.entries()].filter(([, { children = [] }]) => children.length > 0);
  const held = new Map<number, number[]>();
  if (lists.length === 0) return held;
  const byDigest = indexByDigest(images);
  for (const [list, { children = [] }] of lists) {
    for (const digest of new Set(children)) {
      const child = byDigest.get(digest);
      if (child !== undefined && child !== list) held.set(child, [...(held.get(child) ?? []), list]);
    }
  }
  return held;
}

function subjectsOf(images: readonly InventoryImage[]): Map<number, number> {
  const referrers = [...images.entries()].filter(([, { subject }]) => subject !== undefined);
  if (referrers.length === 0) return new Map();
  const byDigest = indexByDigest(images);
  const found = referrers.map(([referrer, { subject = '' }]) => [referrer, byDigest.get(subject)] as const);
  return new Map(found.flatMap(([referrer, at]) => (at === undefined || at === referrer ? [] : [[referrer, at]])));
}

function indexByDigest(images: readonly InventoryImage[]): Map<string, number> {
  return new Map(images.map(({ digest }, index) => [digest, index]));
}

function short(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12);
}
