import { warning, type LocalFinding } from '@slipway/findings';
import type { PolicyDocument, RuleDocument } from '../../model/policy-document.ts';
import { describeSelection } from '../../render/describe-rule.ts';
import { byPriority } from '../by-priority.ts';
import { contains } from '../contains.ts';
import { at } from '../at.ts';
import { shown } from '../shown.ts';

/** Two selections of which neither is part of the other, and one tag can be in both: AWS leaves open whether it takes them. */
export function overlap(document: PolicyDocument): LocalFinding[] {
  const rules = byPriority(document).filter(({ selection }) => selection.tagStatus === 'tagged');
  return rules.flatMap((rule, index) => {
    const other = rules.slice(0, index).find((before) => overlaps(before, rule));
    if (other === undefined) return [];
    return [
      warning('lifecycle-overlap', {
        path: at(rule),
        message: `"${shown(describeSelection(rule.selection))}" and "${shown(describeSelection(other.selection))}" of ${at(other)} can be one tag, and then only ${at(other)} acts`,
        fix: 'make the patterns exclude each other',
        source: 'ECR user guide, "How lifecycle policies work": evaluation rules',
      }),
    ];
  });
}

function overlaps(a: RuleDocument, b: RuleDocument): boolean {
  if ((a.selection.storageClass ?? 'standard') !== (b.selection.storageClass ?? 'standard')) return false;
  if (doTheSame(a, b)) return false;
  const one = onlyPatternOf(a);
  const other = onlyPatternOf(b);
  if (one === undefined || other === undefined || !canBothMatch(one, other)) return false;
  return !contains(a.selection, b.selection) && !contains(b.selection, a.selection);
}

/** By age, it is the same whichever of them acts; counts are each their own. */
function doTheSame({ selection: a, action }: RuleDocument, { selection: b, action: other }: RuleDocument): boolean {
  const isAge = a.countType !== 'imageCountMoreThan';
  return isAge && a.countType === b.countType && a.countNumber === b.countNumber && action.type === other.type;
}

/** Of lists that mean AND, nothing is said: they are about several tags of an image. */
function onlyPatternOf({ selection: { tagPrefixList, tagPatternList } }: RuleDocument): string | undefined {
  const [only, ...more] = tagPrefixList ?? tagPatternList ?? [];
  if (only === undefined || more.length > 0) return undefined;
  return tagPrefixList === undefined ? only : `${only}*`;
}

/** With a `*` in both, what is between beginning and end can be anything; without, containment has decided. */
function canBothMatch(one: string, other: string): boolean {
  if (!one.includes('*') || !other.includes('*')) return false;
  const [start, end] = ends(one);
  const [begin, last] = ends(other);
  return (start.startsWith(begin) || begin.startsWith(start)) && (end.endsWith(last) || last.endsWith(end));
}

/** What stands before the first `*` and after the last. */
function ends(pattern: string): readonly [string, string] {
  return [pattern.slice(0, pattern.indexOf('*')), pattern.slice(pattern.lastIndexOf('*') + 1)];
}
