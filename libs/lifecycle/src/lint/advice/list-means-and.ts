import { warning, type LocalFinding } from '@slipway/findings';
import type { PolicyDocument } from '../../model/policy-document.ts';
import { describeSelection } from '../../render/describe-rule.ts';
import { at } from '../at.ts';
import { shown } from '../shown.ts';

/** For policies from elsewhere: who writes several entries mostly means "any of". */
export function listMeansAnd({ rules }: PolicyDocument): LocalFinding[] {
  return rules
    .filter(({ selection }) => new Set(selection.tagPrefixList ?? selection.tagPatternList).size > 1)
    .map((rule) =>
      warning('lifecycle-list-means-and', {
        path: at(rule),
        message: `is only about images with a tag for each entry: "${shown(describeSelection(rule.selection))}"`,
        fix: 'write a rule for each where any of them is meant',
        source: 'ECR user guide, lifecycle policy properties: tag pattern list',
      }),
    );
}
