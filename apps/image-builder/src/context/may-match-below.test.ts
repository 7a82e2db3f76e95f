import { expect, it } from '@jest/globals';
import { mayMatchBelow } from './may-match-below.ts';

it.each([
  ['docs/deep/keep.md', 'docs', true],
  ['docs/deep/keep.md', 'docs/deep', true],
  ['/docs/', 'docs', true],
  ['docs', 'docs/deep', true],
  ['**/keep.md', '.venv', true],
  ['*/keep.md', '.venv', true],
  ['d?cs/x', 'docs', true],
  ['docs/deep/keep.md', '.venv', false],
  ['docs/deep/keep.md', 'docs/other', false],
  ['*.py', '.venv', true],
  ['main.py', '.venv/lib', false],
])('an exception %s below %s: %s', (pattern, folder, expected) => {
  expect(mayMatchBelow(pattern, folder)).toBe(expected);
});
