import type { PolicyDocument, RuleDocument } from '../model/policy-document.ts';
import { RuleIndex } from '../match/rule-index.ts';
import { followers } from './followers.ts';
import type { InventoryImage } from './inventory-image.ts';
import { judgeOf } from './judge.ts';
import { orderTime } from './times.ts';
import type { Verdict } from './verdict.ts';

export interface EvaluatorOptions {
  /**
   * Images that a manifest list holds: `exclude` counts the list alone; `rank` counts them like any other image. Either way
   * they stay as long as a list holds them. AWS leaves open which.
   */
  readonly children: 'exclude' | 'rank';
}

/** What a policy does with each image at a time: one verdict for each image, in the order given. */
export type Evaluate = (policy: PolicyDocument, images: readonly InventoryImage[], now: Date) => Verdict[];

/**
 * What a policy does with each image at a time, as the ECR user guide describes it: every rule identifies images of its storage
 * class by their tags; the lowest priority acts first; what a rule identifies, no later rule can act on, but it counts it.
 * Images of the same push time are ordered by digest. Images that a manifest list holds are not counted.
 */
export const evaluate: Evaluate = evaluator({ children: 'exclude' });

/** `evaluate`, with what AWS leaves open decided otherwise. */
export function evaluator({ children }: EvaluatorOptions): Evaluate {
  return (policy, images, now) => {
    const following = followers(images, children);
    const verdicts = new Array<Verdict | undefined>(images.length);
    const order = youngestFirst(images, following.ranked);
    const rules = [...policy.rules].sort((a, b) => a.rulePriority - b.rulePriority);
    judgeAll({ rules, images, order, verdicts, now });
    return following.settle(images.map((image, index) => verdicts[index] ?? untouched(image)));
  };
}

interface Case {
  /** In the order of their priorities. */
  readonly rules: readonly RuleDocument[];
  readonly images: readonly InventoryImage[];
  /** Indices of the images that are ranked, youngest first. */
  readonly order: readonly number[];
  /** By index; the first rule that identifies an image decides. */
  readonly verdicts: (Verdict | undefined)[];
  readonly now: Date;
}

function judgeAll({ rules, images, order, verdicts, now }: Case): void {
  const index = new RuleIndex(rules);
  const judges = rules.map((rule) => judgeOf(rule, now));
  const ranks = new Uint32Array(rules.length);
  for (const at of order) {
    const image = images[at];
    if (image === undefined) continue;
    index.identify(image, (number) => {
      const rank = (ranks[number] ?? 0) + 1;
      ranks[number] = rank;
      verdicts[at] ??= judges[number]?.(image, rank);
    });
  }
}

function youngestFirst(images: readonly InventoryImage[], ranked: (index: number) => boolean): number[] {
  const times = Float64Array.from(images, orderTime);
  return [...images.keys()].filter(ranked).sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0) || byDigest(images, a, b));
}

function byDigest(images: readonly InventoryImage[], a: number, b: number): number {
  const [one = '', other = ''] = [images[a]?.digest, images[b]?.digest];
  return one < other ? -1 : Number(one > other);
}

function untouched(image: InventoryImage): Verdict {
  return { image, outcome: 'kept', rulePriority: undefined, reason: 'no rule is about it' };
}
