import { compilePattern } from '../match/compile-pattern.ts';
import type { SelectionDocument, TagDocument } from '../model/policy-document.ts';

/** Whether every image that `inner` is about is one that `outer` is about. Never true wrongly; false where it can't be told. */
export function contains(outer: SelectionDocument, inner: SelectionDocument): boolean {
  if ((outer.storageClass ?? 'standard') !== (inner.storageClass ?? 'standard')) return false;
  if (outer.tagStatus === 'any') return true;
  if (outer.tagStatus !== inner.tagStatus) return false;
  // AND: each entry of the outer list has to follow from one of the inner list.
  const given = patternsOf(inner);
  return patternsOf(outer).every((wanted) => given.some((pattern) => implies(pattern, wanted)));
}

/** The tag lists as patterns: a prefix is one that ends with `*`. */
export function patternsOf({ tagPrefixList, tagPatternList }: TagDocument): readonly string[] {
  return tagPrefixList?.map((prefix) => `${prefix}*`) ?? tagPatternList ?? [];
}

/** A `*` of the narrower pattern can only be taken by a `*` of the wider one, since no literal of it is a `*`. */
function implies(narrow: string, wide: string): boolean {
  return compilePattern(wide)(narrow);
}
