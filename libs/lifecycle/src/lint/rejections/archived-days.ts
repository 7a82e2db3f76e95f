import { error, type LocalFinding } from '@slipway/findings';
import { LIFECYCLE_LIMITS } from '../../model/limits.ts';
import type { PolicyDocument } from '../../model/policy-document.ts';
import { at } from '../at.ts';

const { least, source } = LIFECYCLE_LIMITS.archivedDays;

export function archivedDays({ rules }: PolicyDocument): LocalFinding[] {
  return rules
    .filter(({ selection }) => selection.countType === 'sinceImageTransitioned' && selection.countNumber < least)
    .map((rule) =>
      error('lifecycle-archived-days', {
        path: at(rule),
        message: `expires from the archive after "${rule.selection.countNumber}" days; ECR takes ${least} and more`,
        fix: `use at least ${least}: archive storage is paid for as long in any case`,
        source,
      }),
    );
}
