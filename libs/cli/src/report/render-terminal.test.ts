import { expect, it } from '@jest/globals';
import { renderJson } from './render-json.ts';
import { renderTerminal } from './render-terminal.ts';

const HOSTILE = 'v1\u001b[2J\u009b2J\u202e';

it('shows headings, words, lists and tables, and obeys nothing that they hold', () => {
  const text = renderTerminal([
    { kind: 'heading', text: `api ${HOSTILE}` },
    { kind: 'paragraph', text: { code: HOSTILE } },
    { kind: 'list', items: ['one', HOSTILE] },
    { kind: 'table', head: ['tag'], rows: [[[{ code: HOSTILE }, 'second line']]] },
  ]);
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
  expect(text).toContain(String.raw`api v1\u001b[2J\u009b2J\u202e`);
  expect(text).toMatch(/│ v1\\u001b.* │\n│ second line +│/);
});

it('writes JSON that reads back as the same text and obeys nothing', () => {
  const text = renderJson({ tag: HOSTILE });
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  expect(text).not.toMatch(/[\u001b\u009b\u202e]/);
  expect(JSON.parse(text)).toEqual({ tag: HOSTILE });
});

it('draws no rule above a row that goes on with the one before', () => {
  const rows = [
    ['api', ['v1', 'v2'], '1'],
    ['', 'v3', '2'],
    ['web', 'v9', '3'],
  ];
  const lines = renderTerminal([{ kind: 'table', head: ['name', 'tag', 'number'], rows }]).split('\n');
  expect(lines.slice(2).map((line) => line.replaceAll(/[^│ a-z0-9]+/g, '-').replaceAll(/ +/g, ' '))).toEqual([
    '-',
    '│ api │ v1 │ 1 │',
    '│ │ v2 │ │',
    '│ │ v3 │ 2 │',
    '-',
    '│ web │ v9 │ 3 │',
    '-',
    '',
  ]);
});

it('draws cells of any number of lines', () => {
  const cell = Array.from({ length: 1000 }, (_, line) => `line ${line} of a cell`);
  const text = renderTerminal([{ kind: 'table', head: ['name', 'lines'], rows: [['api', cell]] }]);
  expect(text.split('\n').filter((line) => /│ +│ line \d+ of a cell/.test(line))).toHaveLength(999);
});

it('draws a rule below the head and between rows, and none below the last', () => {
  const rows = [
    ['api', ['v1', 'v2']],
    ['web', '宽'],
  ] as const;
  expect(renderTerminal([{ kind: 'table', head: ['name', 'tag'], rows, numbers: [1] }])).toBe(`\
┌──────┬─────┐
│ name │ tag │
├──────┼─────┤
│ api  │  v1 │
│      │  v2 │
├──────┼─────┤
│ web  │  宽 │
└──────┴─────┘
`);
});
