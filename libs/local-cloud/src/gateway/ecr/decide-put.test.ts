import { describe, expect, it } from '@jest/globals';
import { decidePut } from './decide-put.ts';
import { isImmutable } from './is-immutable.ts';
import type { TagMutability } from './tag-mutability.ts';

const filters = (...texts: string[]) => texts.map((filter) => ({ filter }));

describe('isImmutable', () => {
  it.each<[TagMutability['imageTagMutability'], string, boolean]>([
    ['MUTABLE', 'v1', false],
    ['IMMUTABLE', 'latest', true],
    ['IMMUTABLE_WITH_EXCLUSION', 'latest', false],
    ['IMMUTABLE_WITH_EXCLUSION', 'latest-2', true],
    ['IMMUTABLE_WITH_EXCLUSION', 'dev-latest', false],
    ['IMMUTABLE_WITH_EXCLUSION', 'devxlatest', true],
    ['MUTABLE_WITH_EXCLUSION', 'dev-latest', true],
    ['MUTABLE_WITH_EXCLUSION', 'v1', false],
  ])('%s: %s', (imageTagMutability, tag, expected) => {
    const imageTagMutabilityExclusionFilters = filters('latest', '*-latest');
    expect(isImmutable(tag, { imageTagMutability, imageTagMutabilityExclusionFilters })).toBe(expected);
  });

  it('takes everything but `*` in a filter as it is', () => {
    const repository = {
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: filters('v1.*'),
    } as const;
    expect([isImmutable('v1.2', repository), isImmutable('v102', repository)]).toEqual([false, true]);
  });
});

describe('decidePut', () => {
  const repository = { imageTagMutability: 'IMMUTABLE' } as const;
  const question = { digest: 'sha256:a', known: false, repository };

  it.each([
    ['stores a new tag', { tag: 'v1' }, 'store'],
    ['does nothing for the same image', { tag: 'v1', tagged: 'sha256:a', known: true }, 'there'],
    ['refuses another image', { tag: 'v1', tagged: 'sha256:b' }, 'refused'],
    ['moves a mutable tag', { tag: 'v1', tagged: 'sha256:b', repository: { imageTagMutability: 'MUTABLE' } }, 'store'],
    ['adds a tag to an image', { tag: 'v2', known: true }, 'store'],
    ['stores an image by its digest', {}, 'store'],
    ['does nothing for an image by its digest that is there', { known: true }, 'there'],
  ] as const)('%s', (_, changes, expected) => {
    expect(decidePut({ ...question, ...changes })).toBe(expected);
  });
});
