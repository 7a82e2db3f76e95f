import type { RuleBody, SelectionDocument } from '../model/policy-document.ts';

/** What a rule does, in words: `keep the newest 10 tagged v*`. */
export function describeRule({ selection, action }: RuleBody): string {
  const images = describeSelection(selection);
  const { countType, countNumber } = selection;
  const verb = action.type === 'expire' ? 'expire' : 'archive';
  switch (countType) {
    case 'imageCountMoreThan':
      return `keep the newest ${countNumber} ${images}${verb === 'expire' ? '' : ', archive the others'}`;
    case 'sinceImagePushed':
      return `${verb} ${images} ${countNumber} days after the push`;
    case 'sinceImagePulled':
      return `${verb} ${images} not pulled for ${countNumber} days`;
    case 'sinceImageTransitioned':
      return `${verb} ${images} ${countNumber} days after they were archived`;
    default:
      return countType satisfies never;
  }
}

/** The images of a rule, in words: `tagged v*`, `tagged alpha* and beta*`, `untagged images`, `images`. */
export function describeSelection(selection: SelectionDocument): string {
  switch (selection.tagStatus) {
    case 'tagged':
      return `tagged ${entries(selection).join(' and ')}`;
    case 'untagged':
      return 'untagged images';
    case 'any':
      return 'images';
    default:
      return selection satisfies never;
  }
}

function entries({ tagPrefixList, tagPatternList }: SelectionDocument): readonly string[] {
  return tagPrefixList?.map((prefix) => `${prefix}*`) ?? tagPatternList ?? [];
}
