import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdownCode, markdownWords } from './markdown-text.ts';
import { renderMarkdown } from './render-markdown.ts';

describe('renderMarkdown', () => {
  it('writes a table of GitHub, with numbers on the right and lines within a cell', () => {
    const table = {
      kind: 'table',
      head: ['tag', 'bytes'],
      rows: [[[{ code: 'v1' }, { code: 'v1-a' }], '12']],
      numbers: [1],
    } as const;
    expect(renderMarkdown([table])).toBe('| tag | bytes |\n| --- | ---: |\n| `v1`<br>`v1-a` | 12 |\n');
  });

  it('lets no cell end early or begin another row', () => {
    const rows = [['a | b\n| c', { code: 'a | b\n| c' }]];
    const [, , row = '', ...more] = renderMarkdown([{ kind: 'table', head: ['words', 'code'], rows }]).split('\n');
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(3);
    expect(more).toEqual(['']);
  });
});

describe('markdownWords', () => {
  it.each([
    ['a link', '[here](https://example.com)', String.raw`\[here\](https:\//example.com)`],
    ['HTML', '<img src=x>', String.raw`\<img src=x\>`],
    ['a mention', '@acme/everyone', '@<!-- -->acme/everyone'],
    ['a heading', '# big', String.raw`\# big`],
    ['a numbered list', '1. first', String.raw`1\. first`],
    ['a number that is no list', '1.5 GiB', '1.5 GiB'],
    ['a rule', '- - -', String.raw`\- - -`],
  ])('writes %s as words', (_, text, markdown) => {
    expect(markdownWords(text)).toBe(markdown);
  });
});

describe('markdownCode', () => {
  it('has a fence that its text cannot close (CommonMark: a longer run of backticks)', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' '), minLength: 1 }), (text) => {
        const [fence = ''] = /^`+/.exec(markdownCode(text)) ?? [];
        const inside = markdownCode(text).slice(fence.length, -fence.length);
        expect((inside.match(/`+/g) ?? []).every((run) => run.length < fence.length)).toBe(true);
        expect(inside.trim()).toBe(text.trim());
      }),
    );
  });
});
