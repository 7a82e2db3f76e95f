import { MOST_ATTRIBUTES, attributeChanges } from '../change/attribute-changes.ts';
import { pathText } from '../change/path-text.ts';
import type { ResourceChange } from '../plan/plan.ts';
import type { RuleContext } from '../rules/rule.ts';
import { wordsOf } from '../words/words-of.ts';
import type { ChangeReview } from './review.ts';

/** A change as reviewers see it. */
export function reviewChange(change: ResourceChange, context: Pick<RuleContext, 'evidence' | 'now'>): ChangeReview {
  const { address, type, kind, previousAddress, importId, deposed } = change;
  const attributes = kind === 'none' || kind === 'read' ? [] : attributeChanges(change);
  return {
    address,
    type,
    kind,
    ...(previousAddress === undefined ? {} : { previousAddress }),
    ...(importId === undefined ? {} : { importId }),
    ...(deposed === undefined ? {} : { deposed }),
    forcedBy: change.replacePaths.map(pathText),
    words: wordsOf(change, context),
    attributes: attributes.slice(0, MOST_ATTRIBUTES),
    attributesInAll: attributes.length,
  };
}
