import { describe, expect, it } from '@jest/globals';
import type { SchemaBlock } from '../schema/schema-block.ts';
import { conform } from './conform.ts';
import { UNKNOWN } from './cty-value.ts';

const flags = { required: false, optional: true, computed: false };

const block: SchemaBlock = {
  attributes: { name: { type: 'string', ...flags }, tags: { type: ['map', 'string'], ...flags } },
  blocks: {
    rule: {
      nesting: 'list',
      minItems: 0,
      maxItems: 0,
      block: { attributes: { filter: { type: 'string', ...flags } }, blocks: {} },
    },
    timeouts: {
      nesting: 'single',
      minItems: 0,
      maxItems: 0,
      block: { attributes: { delete: { type: 'string', ...flags } }, blocks: {} },
    },
  },
};

describe('conform', () => {
  it('fills in what Terraform expects to be there', () => {
    expect(conform(block, {})).toEqual({ name: null, tags: null, rule: [], timeouts: null });
    expect(conform(block, { rule: [{}], timeouts: {} })).toMatchObject({
      rule: [{ filter: null }],
      timeouts: { delete: null },
    });
  });

  it('drops what the schema does not know, such as attributes of an older provider', () => {
    expect(conform(block, { name: 'a', gone: 1, rule: [{ filter: 'f', gone: 2 }] })).toEqual({
      name: 'a',
      tags: null,
      rule: [{ filter: 'f' }],
      timeouts: null,
    });
  });

  it('keeps unknown attributes, blocks and elements', () => {
    expect(conform(block, { name: UNKNOWN, rule: UNKNOWN })).toMatchObject({ name: UNKNOWN, rule: UNKNOWN });
    expect(conform(block, { rule: [UNKNOWN] })).toMatchObject({ rule: [UNKNOWN] });
  });

  it('completes objects inside a list, which are no block', () => {
    const listed: SchemaBlock = {
      attributes: { filters: { type: ['list', ['object', { filter: 'string', kind: 'string' }]], ...flags } },
      blocks: {},
    };
    expect(conform(listed, { filters: [{ filter: 'f', gone: 1 }] })).toEqual({
      filters: [{ filter: 'f', kind: null }],
    });
    expect(() => conform(listed, { filters: ['f'] })).toThrow('expected an object');
  });

  it.each([
    [{ tags: ['a'] }, 'expected an object'],
    [{ rule: 'a' }, 'expected a list'],
    [{ rule: ['a'] }, 'expected an object'],
  ])('refuses %j', (value, message) => {
    expect(() => conform(block, value)).toThrow(message);
  });
});
