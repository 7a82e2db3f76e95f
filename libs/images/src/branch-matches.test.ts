import { expect, it } from '@jest/globals';
import { branchMatches } from './branch-matches.ts';

it.each([
  ['main', ['main'], true],
  ['maintenance', ['main'], false],
  ['release/7', ['release/*'], true],
  ['release', ['release/*'], false],
  ['a-x-b-y-c', ['a*b*c'], true],
  ['a-c', ['a*b*c'], false],
  ['ab', ['ab*b'], false],
  ['abab', ['*ab*ab*'], true],
  ['ab', ['*ab*ab*'], false],
  ['x', ['*', '!x'], false],
  ['x', ['!x', '*'], true],
  ['x', [], false],
  ['a.b', ['a?b'], false],
])('%s by %j: %s', (branch, patterns, expected) => {
  expect(branchMatches(branch, patterns)).toBe(expected);
});

it('needs no more time for a pattern of many wildcards', () => {
  expect(branchMatches('a'.repeat(250), [`${'a*'.repeat(100)}b`])).toBe(false);
});
