import type { LocalFinding } from '@slipway/findings';
import type { PolicyDocument } from '../../model/policy-document.ts';
import { warning } from '../lint-finding.ts';

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

export function archivedKept({ rules }: PolicyDocument): LocalFinding[] {
  const archives = rules.some(({ action }) => action.type === 'transition');
  if (!archives || rules.some(({ selection }) => selection.storageClass === 'archive')) return [];
  return [
    warning('lifecycle-archived-kept', {
      message: 'no rule expires archived images, so they are kept and paid for ever',
      fix: 'add expireArchivedAfterDays(365, anyImage())',
    }),
  ];
}
