import { MOST_ATTRIBUTES, attributeChanges } from '../change/attribute-changes.ts';
import { pathText } from '../change/path-text.ts';
import { monthlyDifference } from '../cost/monthly-difference.ts';
import type { CostContext } from '../cost/monthly-difference.ts';
import { monthlyScanDollars } from '../scanning/monthly-scan-dollars.ts';
import type { ScanCostContext } from '../scanning/monthly-scan-dollars.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { wordsOf } from '../words/words-of.ts';
import type { ChangeReview } from './review.ts';

/** What a change is seen with. */
export interface ReviewContext extends CostContext, ScanCostContext {
  /** Texts that the plan marks as sensitive somewhere. */
  readonly secrets: readonly string[];
}

/** A change as reviewers see it. */
export function reviewChange(change: ResourceChange, context: ReviewContext): ChangeReview {
  const { address, type, kind, previousAddress, importId, deposed } = change;
  const attributes = kind === 'none' || kind === 'read' ? [] : attributeChanges(change, context.secrets);
  const dollars = monthlyDifference(change, context);
  const scanDollars = monthlyScanDollars(change, context);
  return {
    address,
    type,
    kind,
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...(importId === undefined ? {} : { importId }),
    ...(deposed === undefined ? {} : { deposed }),
    forcedBy: change.replacePaths.map(pathText),
    words: wordsOf(change, context),
    ...(dollars === undefined ? {} : { monthlyDollars: dollars }),
    ...(scanDollars === undefined ? {} : { monthlyScanDollars: scanDollars }),
    attributes: attributes.slice(0, MOST_ATTRIBUTES),
    attributesInAll: attributes.length,
  };
}
