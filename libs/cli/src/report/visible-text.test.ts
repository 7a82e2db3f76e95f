import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { visibleText } from './visible-text.ts';

describe('visibleText', () => {
  it.each([
    ['an escape sequence', '\u001b[2J', String.raw`\u001b[2J`],
    ['the eight-bit form of one', '\u009b2J', String.raw`\u009b2J`],
    ['a new line', 'a\nb', String.raw`a\u000ab`],
    ['a reversal of the text', 'v1\u202egpj', String.raw`v1\u202egpj`],
    ['a character without width', 'v\u200b1', String.raw`v\u200b1`],
  ])('shows %s instead of obeying it', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it('leaves letters of any language as they are', () => {
    expect(visibleText('größer “v1” 画像')).toBe('größer “v1” 画像');
  });

  it('never lets a control character of the terminal through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // eslint-disable-next-line no-control-regex -- control characters are what it is about
        expect(visibleText(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });
});
