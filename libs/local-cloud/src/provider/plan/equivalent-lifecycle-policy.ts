import { isDeepStrictEqual } from 'node:util';
import { parseJson } from './normalize-json.ts';

/** Whether two lifecycle policies mean the same to ECR: the order of rules and of their tag lists does not matter. */
export function equivalentLifecyclePolicy(left: string, right: string): boolean {
  const [first, second] = [parseJson(left), parseJson(right)];
  if (!isPolicy(first) || !isPolicy(second)) return false;
  return isDeepStrictEqual(canonical(first), canonical(second));
}

interface LifecyclePolicy {
  readonly rules: readonly LifecycleRule[];
}

interface LifecycleRule {
  readonly rulePriority?: number;
  readonly selection?: Selection;
}

interface Selection {
  readonly tagPrefixList?: readonly string[];
  readonly tagPatternList?: readonly string[];
}

function isPolicy(value: unknown): value is LifecyclePolicy {
  return typeof value === 'object' && value !== null && 'rules' in value && Array.isArray(value.rules);
}

function canonical({ rules }: LifecyclePolicy): readonly LifecycleRule[] {
  const byPriority = [...rules].sort((left, right) => (left.rulePriority ?? 0) - (right.rulePriority ?? 0));
  return byPriority.map((rule) => ({
    ...rule,
    ...(rule.selection && { selection: canonicalSelection(rule.selection) }),
  }));
}

function canonicalSelection({ tagPrefixList, tagPatternList, ...rest }: Selection): Selection {
  return {
    ...rest,
    ...(tagPrefixList?.length && { tagPrefixList: [...tagPrefixList].sort() }),
    ...(tagPatternList?.length && { tagPatternList: [...tagPatternList].sort() }),
  };
}
