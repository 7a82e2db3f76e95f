import { compilePattern, compilePrefix, type TagTest } from '../match/compile-pattern.ts';
import type { SelectionDocument, TagDocument } from '../model/policy-document.ts';

/** Stands for what a wildcard takes: no tag has it, so that only a wildcard can match it. */
const ANYTHING = '\uffff';

/** Whether every image that `inner` is about is one that `outer` is about. Never true wrongly; false where it can't be told. */
export function contains(outer: SelectionDocument, inner: SelectionDocument): boolean {
  return (outer.storageClass ?? 'standard') === (inner.storageClass ?? 'standard') && containsTags(outer, inner);
}

/** The same for the tags alone, whatever the storage class. */
export function containsTags(outer: TagDocument, inner: TagDocument): boolean {
  if (outer.tagStatus === 'any') return true;
  if (outer.tagStatus !== inner.tagStatus) return false;
  // AND: each entry of the outer list has to follow from one of the inner list.
  const given = entriesOf(inner).samples;
  return entriesOf(outer).tests.every((matches) => given.some(matches));
}

interface Entries {
  readonly tests: readonly TagTest[];
  readonly samples: readonly string[];
}

/** Each selection is compared with all others of its policy, and read once. */
const READ = new WeakMap<TagDocument, Entries>();

function entriesOf(tags: TagDocument): Entries {
  const known = READ.get(tags);
  if (known !== undefined) return known;
  const tests = tags.tagPrefixList?.map(compilePrefix) ?? tags.tagPatternList?.map(compilePattern) ?? [];
  const entries = { tests, samples: samplesOf(tags) };
  READ.set(tags, entries);
  return entries;
}

/** For each entry a tag that stands for all that it matches. A `*` in a prefix is an ordinary character. */
function samplesOf({ tagPrefixList, tagPatternList }: TagDocument): readonly string[] {
  return (
    tagPrefixList?.map((prefix) => prefix + ANYTHING) ??
    tagPatternList?.map((pattern) => pattern.replaceAll('*', ANYTHING)) ??
    []
  );
}
