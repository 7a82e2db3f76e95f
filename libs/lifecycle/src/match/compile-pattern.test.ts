import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compilePattern, compilePrefix } from './compile-pattern.ts';

/** The documented meaning as a regular expression, which may be slow: `*` is zero or more characters, anchored at both ends. */
function asRegExp(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.\\+?^${}()|[\]]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

describe('compilePattern', () => {
  it.each([
    ['prod*', 'prod', true],
    ['prod*', 'prod-1', true],
    ['prod*', 'a-prod', false],
    ['*prod', 'a-prod', true],
    ['v1', 'v1', true],
    ['v1', 'v1.0', false],
    ['*a*', 'bab', true],
    ['a*a', 'a', false],
    ['V*', 'v1', false],
    ['v1.*', 'v1x2', false],
  ])('takes "%s" and "%s" for a match: %s', (pattern, tag, matches) => {
    expect(compilePattern(pattern)(tag)).toBe(matches);
  });

  it('agrees with the regular expression for any pattern and tag', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 7 });
    fc.assert(
      fc.property(patterns, letters, (pattern, tag) => {
        expect(compilePattern(pattern)(tag)).toBe(asRegExp(pattern).test(tag));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('compilePrefix', () => {
  it('takes every tag that begins so, case by case', () => {
    expect([compilePrefix('v')('v1'), compilePrefix('v')('V1'), compilePrefix('v')('dev')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
