import { describe, expect, it } from '@jest/globals';
import type { ImageUse } from './image-use.ts';
import { isIdentified, usesOf, usesOfRepository } from './uses-of.ts';

const [A, B] = ['a', 'b'].map((letter) => `sha256:${letter.repeat(64)}`) as [string, string];
const HOST = '111122223333.dkr.ecr.us-east-1.amazonaws.com';

function ecs(reference: string, digest?: string): ImageUse {
  return { source: 'ecs', reference, ...(digest === undefined ? {} : { digest }) };
}

describe('usesOf', () => {
  it.each<[string, ImageUse]>([
    ['its digest', ecs('anything', A)],
    ['its digest in the address', ecs(`${HOST}/shop/api@${A}`)],
    ['its digest in another repository: copies have the same', ecs(`${HOST}/other@${A}`)],
    ['a tag of it', ecs(`${HOST}/shop/api:v1`)],
    [
      'a tag of it, with the account before the name, as an emulated registry has it',
      ecs(`host.test/1111/shop/api:v1`),
    ],
  ])('finds an image by %s', (_, use) => {
    expect(usesOf([use], 'shop/api')({ digest: A, tags: ['v1'] })).toEqual([use]);
  });

  it.each<[string, ImageUse]>([
    ['another digest, whatever the tag is', ecs(`${HOST}/shop/api:v1@${B}`)],
    ['the same tag of another repository', ecs(`${HOST}/shop/api-2:v1`)],
    ['no tag, which is latest', ecs(`${HOST}/shop/api`)],
    ['words', ecs('see the wiki')],
    ['a name for something else', { ...ecs('shop/api:v1'), unidentified: true }],
  ])('does not take %s for it', (_, use) => {
    expect(usesOf([use], 'shop/api')({ digest: A, tags: ['v1'] })).toEqual([]);
  });

  it('finds a list by an image in it', () => {
    const use = ecs('host.test/shop/api:v1', B);
    expect(usesOf([use], 'shop/api')({ digest: A, tags: [], children: [B] })).toEqual([use]);
  });

  it('gives all uses, those of the digest first', () => {
    const [byTag, byDigest] = [ecs('host.test/shop/api:v1'), ecs('x', A)];
    expect(usesOf([byTag, byDigest], 'shop/api')({ digest: A, tags: ['v1'] })).toEqual([byDigest, byTag]);
  });
});

it('finds the uses of a repository by their addresses', () => {
  const own = ecs(`${HOST}/shop/api:gone`);
  expect(usesOfRepository([own, ecs('shop/api-2:v1'), ecs('Some words')], 'shop/api')).toEqual([own]);
});

it.each<[ImageUse, boolean]>([
  [ecs('shop/api:v1'), true],
  [ecs('Some words', A), true],
  [ecs('Some words'), false],
  [{ ...ecs('by-hand'), unidentified: true }, false],
])('of %j it is %s that somebody can say which image it is', (use, identified) => {
  expect(isIdentified(use)).toBe(identified);
});
