import { error, type LocalFinding } from '@slipway/findings';
import type { PolicyDocument } from '../../model/policy-document.ts';
import { at } from '../at.ts';

export function countNumbers({ rules }: PolicyDocument): LocalFinding[] {
  return rules
    .filter(({ selection: { countNumber } }) => !Number.isSafeInteger(countNumber) || countNumber < 1)
    .map((rule) =>
      error('lifecycle-count-number', {
        path: at(rule),
        message: `the count is "${rule.selection.countNumber}"; ECR takes whole numbers from 1`,
        fix: 'keep at least one image, or act after at least one day',
        source: 'ECR user guide, lifecycle policy properties: count number',
      }),
    );
}
