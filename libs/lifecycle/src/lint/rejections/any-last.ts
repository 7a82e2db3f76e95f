import { error, type LocalFinding } from '@slipway/findings';
import type { PolicyDocument, RuleDocument } from '../../model/policy-document.ts';
import { at } from '../at.ts';

/** A rule about any image has the highest number of its storage class. */
export function anyLast({ rules }: PolicyDocument): LocalFinding[] {
  const last = new Map<string, number>();
  for (const rule of rules) last.set(storage(rule), Math.max(rule.rulePriority, last.get(storage(rule)) ?? 0));
  return rules
    .filter((rule) => rule.selection.tagStatus === 'any' && rule.rulePriority < (last.get(storage(rule)) ?? 0))
    .map((rule) =>
      error('lifecycle-any-last', {
        path: at(rule),
        message: 'selects "any" image and is not the last rule, so no later rule could act',
        fix: 'move it to the end',
        source: 'ECR user guide, lifecycle policy properties: rule priority',
      }),
    );
}

function storage({ selection: { storageClass = 'standard' } }: RuleDocument): string {
  return storageClass;
}
