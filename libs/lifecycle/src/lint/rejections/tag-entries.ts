import { error, type LocalFinding } from '@slipway/findings';
import { LIFECYCLE_LIMITS } from '../../model/limits.ts';
import type { PolicyDocument, RuleDocument } from '../../model/policy-document.ts';
import { at } from '../at.ts';
import { shown } from '../shown.ts';

const { most, source } = LIFECYCLE_LIMITS.wildcards;

export function emptyEntries({ rules }: PolicyDocument): LocalFinding[] {
  return rules
    .filter((rule) => entriesOf(rule).includes(''))
    .map((rule) =>
      error('lifecycle-empty-match', {
        path: at(rule),
        message: 'the tag prefix or pattern is ""',
        fix: 'name a prefix, or use anyImage() for every image',
        source: 'ECR user guide, lifecycle policy properties: tag prefix list, tag pattern list',
      }),
    );
}

export function wildcards({ rules }: PolicyDocument): LocalFinding[] {
  return rules.flatMap((rule) =>
    (rule.selection.tagPatternList ?? [])
      .filter((pattern) => pattern.split('*').length - 1 > most)
      .map((pattern) =>
        error('lifecycle-wildcards', {
          path: at(rule),
          message: `the pattern "${shown(pattern)}" has more than ${most} "*"`,
          fix: `use at most ${most}`,
          source,
        }),
      ),
  );
}

function entriesOf({ selection: { tagPrefixList, tagPatternList } }: RuleDocument): readonly string[] {
  return tagPrefixList ?? tagPatternList ?? [];
}
