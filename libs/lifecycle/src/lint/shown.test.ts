import { describe, expect, it } from '@jest/globals';
import { lintDocument } from './lint-policy.ts';
import { shown } from './shown.ts';

describe('shown', () => {
  it.each([
    ['v1', 'v1'],
    ['\u001b[2J"', "?[2J'"],
    [Infinity, 'Infinity'],
    [null, 'null'],
    [undefined, 'missing'],
    [[1, 2], 'a list of 2'],
    [{ a: 1 }, 'an object'],
  ])('says %j as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it('says the beginning of a long text', () => {
    expect(shown('x'.repeat(100))).toBe(`${'x'.repeat(60)}...`);
  });
});

describe('lintDocument', () => {
  it('says long and hostile tags in short and printable messages', () => {
    const hostile = `\u001b[2J${'x'.repeat(10_000)}`;
    const rule = (rulePriority: number, ...tagPrefixList: [string, ...string[]]) => ({
      rulePriority,
      selection: { tagStatus: 'tagged', tagPrefixList, countType: 'imageCountMoreThan', countNumber: 1 } as const,
      action: { type: 'expire' } as const,
    });
    const findings = lintDocument({
      rules: [rule(1, hostile), rule(2, `${hostile}y`), rule(3, hostile), rule(4, hostile, 'v')],
    });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(
      new Set([
        'lifecycle-repeated-selection',
        'lifecycle-list-means-and',
        'lifecycle-unreachable',
        'lifecycle-untagged-kept',
      ]),
    );
    for (const { message } of findings) expect(message).toMatch(/^[\x20-\x7e]{1,300}$/);
  });
});
