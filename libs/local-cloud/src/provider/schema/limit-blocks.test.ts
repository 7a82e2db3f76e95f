import { expect, it } from '@jest/globals';
import { limitBlocks } from './limit-blocks.ts';
import type { SchemaBlock } from './schema-block.ts';

const nested = (blocks: SchemaBlock['blocks'] = {}) =>
  ({ nesting: 'list', minItems: 0, maxItems: 0, block: { attributes: {}, blocks } }) as const;

it('limits a block inside a block and leaves the others', () => {
  const block = { attributes: {}, blocks: { rule: nested({ filter: nested(), destination: nested() }) } };
  expect(limitBlocks(block, { 'rule.filter': 100 })).toEqual({
    attributes: {},
    blocks: { rule: nested({ filter: { ...nested(), maxItems: 100 }, destination: nested() }) },
  });
});

it('refuses a limit for a block that the schema does not have', () => {
  expect(() => limitBlocks({ attributes: {}, blocks: {} }, { rules: 3 })).toThrow('no block "rules"');
});
