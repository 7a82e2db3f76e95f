import { warning, type LocalFinding } from '@slipway/findings';
import type { PolicyDocument, RuleDocument } from '../../model/policy-document.ts';
import { describeSelection } from '../../render/describe-rule.ts';
import { containsTags } from '../contains.ts';
import { at } from '../at.ts';
import { shown } from '../shown.ts';

export function untaggedKept({ rules }: PolicyDocument): LocalFinding[] {
  const isCovered = rules.some(
    ({ selection: { tagStatus, storageClass = 'standard' } }) => tagStatus !== 'tagged' && storageClass === 'standard',
  );
  if (rules.length === 0 || isCovered) return [];
  return [
    warning('lifecycle-untagged-kept', {
      message: 'no rule expires untagged images, so they are kept and paid for ever',
      fix: 'add expireAfterDays(1, untagged())',
    }),
  ];
}

/** A rule that archives needs one that expires from the archive what it archives. */
export function archivedKept({ rules }: PolicyDocument): LocalFinding[] {
  const expiring = rules.filter(({ selection }) => selection.storageClass === 'archive');
  const isExpired = (archiving: RuleDocument) =>
    expiring.some(({ selection }) => containsTags(selection, archiving.selection));
  return rules
    .filter((rule) => rule.action.type === 'transition' && !isExpired(rule))
    .map((rule) =>
      warning('lifecycle-archived-kept', {
        path: at(rule),
        message: `archives "${shown(describeSelection(rule.selection))}", which no rule expires from the archive: they are kept and paid for ever`,
        fix: 'add expireArchivedAfterDays(365, anyImage())',
      }),
    );
}
