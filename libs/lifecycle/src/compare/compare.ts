import { evaluate } from '../evaluate/evaluate.ts';
import type { InventoryImage } from '../evaluate/inventory-image.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import { compareRules, type RuleChange } from './compare-rules.ts';

/** What it means for images that one policy takes the place of another. */
export interface Comparison {
  /** The images whose fate changes, in the order given. */
  readonly images: readonly ImageChange[];
  /** The same images by the rule that decides about them afterwards, lowest priority first; those of no rule last. */
  readonly totals: readonly RuleTotal[];
  /** What changed in the text of the policy, in words. */
  readonly rules: readonly RuleChange[];
}

export interface ImageChange {
  readonly before: Verdict;
  readonly after: Verdict;
}

export interface RuleTotal {
  readonly rulePriority: number | undefined;
  readonly outcome: Verdict['outcome'];
  readonly images: number;
  /** Sum of the known sizes. */
  readonly bytes: number;
}

/** Compares two policies over the same images at the same time. No policy in force is one without rules. */
export function compare(
  before: PolicyDocument,
  after: PolicyDocument,
  inventory: { readonly images: readonly InventoryImage[]; readonly now: Date },
): Comparison {
  const { images, now } = inventory;
  const old = evaluate(before, images, now);
  const changes = evaluate(after, images, now).flatMap((verdict, index) => changed(old[index], verdict));
  return { images: changes, totals: totalsOf(changes), rules: compareRules(before, after) };
}

function changed(before: Verdict | undefined, after: Verdict): ImageChange[] {
  return before === undefined || before.outcome === after.outcome ? [] : [{ before, after }];
}

function totalsOf(changes: readonly ImageChange[]): RuleTotal[] {
  const groups = new Map<string, RuleTotal>();
  for (const { after } of changes) {
    const { rulePriority, outcome, image } = after;
    const key = `${rulePriority ?? 'none'} ${outcome}`;
    const { images, bytes } = groups.get(key) ?? { images: 0, bytes: 0 };
    groups.set(key, { rulePriority, outcome, images: images + 1, bytes: bytes + (image.sizeBytes ?? 0) });
  }
  return [...groups.values()].sort((a, b) => (a.rulePriority ?? Infinity) - (b.rulePriority ?? Infinity));
}
