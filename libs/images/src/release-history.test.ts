import { describe, expect, it } from '@jest/globals';
import type { Digest } from './digest.ts';
import type { ReleaseAction, ReleaseEntry } from './release-entry.ts';
import { currentRelease, previousRelease, rollbackFrom } from './release-history.ts';

const digest = (letter: string): Digest => `sha256:${letter.repeat(64)}`;

/** Entries from words such as `promote a`, or `rollback a b` for back to a from b. */
function history(...words: readonly string[]): ReleaseEntry[] {
  return words.map((word, index) => {
    const [action, to = '', from] = word.split(' ');
    return {
      schemaVersion: 1,
      environment: 'prod',
      container: 'api',
      sequence: index + 1,
      action: action as ReleaseAction,
      repository: 'shop/api',
      digest: digest(to),
      tags: [],
      ...(from === undefined ? {} : { previous: digest(from) }),
      by: 'ops',
      at: '2026-03-01T00:00:00Z',
    };
  });
}

describe('currentRelease', () => {
  it.each([
    ['nothing without entries', [], undefined],
    ['nothing after tests alone', ['test a'], undefined],
    ['the last release, whatever was tested since', ['promote a', 'promote b', 'test c'], digest('b')],
    ['what a rollback returned to', ['promote a', 'promote b', 'rollback a b'], digest('a')],
  ])('is %s', (_, words, expected) => {
    expect(currentRelease(history(...words))?.digest).toBe(expected);
  });
});

describe('previousRelease', () => {
  it.each([
    ['nothing after one release', ['promote a'], undefined],
    ['the release before', ['promote a', 'promote b'], digest('a')],
    ['another image, not the same released twice', ['promote a', 'promote b', 'deploy b'], digest('a')],
    ['one before, after a rollback', ['promote a', 'promote b', 'promote c', 'rollback b c'], digest('a')],
    ['nothing once all were rolled back from', ['promote a', 'promote b', 'rollback a b'], undefined],
    [
      'an image that was released again after it was rolled back from',
      ['promote a', 'promote b', 'rollback a b', 'promote b', 'promote c'],
      digest('b'),
    ],
    ['never an image that was only tested', ['test z', 'promote a'], undefined],
  ])('is %s', (_, words, expected) => {
    expect(previousRelease(history(...words))?.digest).toBe(expected);
  });
});

describe('rollbackFrom', () => {
  it.each([
    ['of an image that was rolled back from', ['promote a', 'promote b', 'rollback a b'], 3],
    ['of no image that was released again since', ['promote a', 'promote b', 'rollback a b', 'promote b'], undefined],
    ['of no other image', ['promote a', 'promote b'], undefined],
  ])('is the entry %s', (_, words, expected) => {
    expect(rollbackFrom(history(...words), digest('b'))?.sequence).toBe(expected);
  });
});
