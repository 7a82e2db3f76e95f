import type { TagDocument } from '../model/policy-document.ts';
import { compilePattern, compilePrefix, type TagTest } from './compile-pattern.ts';

/** Whether the tags of an image are what a rule is about: its tagging requirements. */
export type TagsTest = (tags: readonly string[]) => boolean;

/** Each entry of a list must match a tag, not necessarily the same one. */
export function compileSelection({ tagStatus, tagPrefixList, tagPatternList }: TagDocument): TagsTest {
  if (tagStatus === 'any') return () => true;
  if (tagStatus === 'untagged') return (tags) => tags.length === 0;
  const tests = tagPrefixList?.map(compilePrefix) ?? tagPatternList?.map(compilePattern) ?? [];
  return allOf(tests);
}

function allOf(tests: readonly TagTest[]): TagsTest {
  const [only] = tests;
  if (only === undefined) return () => false;
  if (tests.length === 1) return (tags) => tags.some(only);
  return (tags) => tests.every((test) => tags.some(test));
}
