import type { LocalFinding } from '@slipway/findings';
import type { PolicyDocument } from '../../model/policy-document.ts';
import { patternsOf } from '../contains.ts';
import { at, warning } from '../lint-finding.ts';

/** For policies from elsewhere: who writes several entries mostly means "any of". */
export function listMeansAnd({ rules }: PolicyDocument): LocalFinding[] {
  return rules
    .filter(({ selection }) => new Set(patternsOf(selection)).size > 1)
    .map((rule) =>
      warning('lifecycle-list-means-and', {
        path: at(rule),
        message: `is only about images that have a tag for each of "${patternsOf(rule.selection).join('", "')}"`,
        fix: 'write a rule for each where any of them is meant',
        source: 'ECR user guide, lifecycle policy properties: tag pattern list',
      }),
    );
}
