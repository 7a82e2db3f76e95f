import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestRef } from './digest-ref.ts';
import { parseDigest } from './digest.ts';
import { formatImageRef, parseImageRef } from './image-ref.ts';
import { InvalidImageValue } from './invalid-image-value.ts';

const DIGEST = `sha256:${'0a'.repeat(32)}` as const;

/** From the grammar of the distribution project's "reference" documentation. */
const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const part = fc.stringMatching(/^[a-z0-9]{1,6}((\.|_|__|-{1,3})[a-z0-9]{1,6}){0,2}$/);
/** A first part with a dot would be a host. */
const path = fc
  .tuple(
    label.filter((text) => text !== 'localhost'),
    fc.array(part, { maxLength: 2 }),
  )
  .map(([first, others]) => [first, ...others]);
const host = fc
  .tuple(fc.array(label, { minLength: 2, maxLength: 4 }), fc.option(fc.integer({ min: 1, max: 65535 })))
  .map(([parts, port]) => `${parts.join('.')}${port === null ? '' : `:${port}`}`);
const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/);

describe('parseImageRef', () => {
  it.each([
    ['debian', { repository: 'debian' }],
    ['library/debian:bookworm', { repository: 'library/debian', tag: 'bookworm' }],
    ['localhost/app', { registry: 'localhost', repository: 'app' }],
    [
      '127.0.0.1:5000/123456789012/ap-southeast-1/mlops/retail-api:latest',
      { registry: '127.0.0.1:5000', repository: '123456789012/ap-southeast-1/mlops/retail-api', tag: 'latest' },
    ],
    [
      `123456789012.dkr.ecr.us-east-1.amazonaws.com/api@${DIGEST}`,
      { registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com', repository: 'api', digest: DIGEST },
    ],
    [`host:80/a__b/c-d.e:T_1@${DIGEST}`, { registry: 'host:80', repository: 'a__b/c-d.e', tag: 'T_1', digest: DIGEST }],
    ['[::1]:5000/app', { registry: '[::1]:5000', repository: 'app' }],
  ])('reads %s', (text, parts) => {
    expect(parseImageRef(text)).toEqual({ registry: undefined, tag: undefined, digest: undefined, ...parts });
  });

  it.each([
    '',
    'Debian',
    'a//b',
    '/a',
    'a/',
    'a:',
    'a:-x',
    'a@b',
    `a@${DIGEST}@${DIGEST}`,
    'a b',
    'https://host/a',
    `a@sha256:${'A'.repeat(64)}`,
    '-host:80/a',
    `a:${'t'.repeat(129)}`,
  ])('refuses %j and quotes the value', (text) => {
    expect(() => parseImageRef(text)).toThrow(InvalidImageValue);
    expect(() => parseImageRef(text)).toThrow(/^'/);
  });

  it('reads back what it writes', () => {
    const texts = fc
      .tuple(fc.option(host), path, fc.option(tag), fc.boolean())
      .map(
        ([registry, parts, name, pinned]) =>
          `${registry === null ? '' : `${registry}/`}${parts.join('/')}${name === null ? '' : `:${name}`}${pinned ? `@${DIGEST}` : ''}`,
      );
    fc.assert(fc.property(texts, (text) => formatImageRef(parseImageRef(text)) === text));
  });
});

describe('digestRef', () => {
  it('drops the tag, which could move', () => {
    expect(formatImageRef(digestRef(parseImageRef('host:80/a:latest'), DIGEST))).toBe(`host:80/a@${DIGEST}`);
  });

  it('takes nothing but a whole digest', () => {
    expect(() => digestRef(parseImageRef('a'), 'sha256:123')).toThrow("'sha256:123' is not a digest");
    expect(parseDigest(DIGEST)).toBe(DIGEST);
  });
});
