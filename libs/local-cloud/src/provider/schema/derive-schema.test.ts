import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { behaviours } from '../resources/behaviours.ts';
import type { Bindings } from './bindings.ts';
import { deriveSchema } from './derive-schema.ts';
import { limitBlocks } from './limit-blocks.ts';
import type { SchemaBlock } from './schema-block.ts';

interface RealSchema {
  readonly resource_schemas: Readonly<Record<string, { readonly block: RealBlock }>>;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: RealBlock }>>;
}

interface RealBlock {
  readonly attributes?: Readonly<Record<string, RealAttribute>>;
  readonly block_types?: Readonly<Record<string, RealNestedBlock>>;
}

interface RealAttribute {
  readonly type: unknown;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

interface RealNestedBlock {
  readonly nesting_mode: string;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: RealBlock;
}

const real = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/aws-6.25.0.json'), 'utf8')) as RealSchema;

const derived = deriveSchema({
  resources: [...behaviours.resources.keys()],
  dataSources: [...behaviours.dataSources.keys()],
});

/** The real block as the stand-in writes blocks. Left out: `deprecated` and `sensitive`, which the bindings lose. */
function expectedBlock({ attributes = {}, block_types = {} }: RealBlock, limit: (max: number) => number): SchemaBlock {
  const asAttribute = ({ type, required = false, optional = false, computed = false }: RealAttribute) => {
    return { type, required, optional, computed };
  };
  const asNested = ({ nesting_mode, min_items = 0, max_items = 0, block }: RealNestedBlock) => {
    return {
      nesting: nesting_mode,
      minItems: min_items,
      maxItems: limit(max_items),
      block: expectedBlock(block, limit),
    };
  };
  return {
    attributes: mapValues(attributes, asAttribute),
    blocks: mapValues(block_types, asNested),
  } as SchemaBlock;
}

function mapValues<In, Out>(record: Readonly<Record<string, In>>, change: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** The bindings tell "at most one" from "many" and lose every other number. */
const lostLimits = (max: number): number => (max > 1 ? 0 : max);

describe('the derived schema', () => {
  it.each(Object.keys(real.resource_schemas))('of resource %s is the real one but for limits above one', (type) => {
    expect(derived.resources[type]).toEqual(expectedBlock(real.resource_schemas[type]!.block, lostLimits));
  });

  it.each(Object.keys(real.data_source_schemas))('of data source %s is the real one', (type) => {
    expect(derived.dataSources[type]).toEqual(expectedBlock(real.data_source_schemas[type]!.block, lostLimits));
  });

  it('covers exactly the types of the fixture', () => {
    expect(Object.keys(derived.resources).sort()).toEqual(Object.keys(real.resource_schemas).sort());
    expect(Object.keys(derived.dataSources).sort()).toEqual(Object.keys(real.data_source_schemas).sort());
  });

  it.each([...behaviours.resources.keys()])('of %s has the real limits once its rules add them', (type) => {
    const limits = behaviours.resources.get(type)!.rules.blockLimits ?? {};
    const served = limitBlocks(derived.resources[type]!, limits);
    expect(served).toEqual(expectedBlock(real.resource_schemas[type]!.block, (max) => max));
  });

  it('of the provider has its arguments, its nested blocks and not Terraform’s own alias', () => {
    const { attributes, blocks } = derived.provider;
    expect(attributes['region']).toEqual({ type: 'string', required: false, optional: true, computed: false });
    expect(attributes['allowed_account_ids']?.type).toEqual(['set', 'string']);
    expect(attributes).not.toHaveProperty('alias');
    expect(blocks['default_tags']).toMatchObject({
      nesting: 'list',
      block: { attributes: { tags: { type: ['map', 'string'], optional: true } } },
    });
    expect(blocks['endpoints']).toMatchObject({ nesting: 'set', block: { attributes: { ecr: { type: 'string' } } } });
  });
});

describe('a form that the derivation does not know', () => {
  const bindings = (body: string): Bindings => ({
    version: '0.0.0',
    source: (folder) =>
      folder === 'provider'
        ? 'export class AwsProvider extends cdktf.TerraformProvider {}'
        : `export class X extends cdktf.TerraformResource { ${body} }`,
  });
  const types = { resources: ['aws_x'], dataSources: [] };

  it('is refused by name instead of being guessed', () => {
    const body = `public static readonly tfResourceType = "aws_x";
      // odd - computed: true, optional: false, required: false
      private _odd = new OddList(this, "odd", false);
      public get odd() { return this._odd; }`;
    expect(() => deriveSchema(types, bindings(body))).toThrow('cannot derive the schema of "aws_x.odd"');
  });

  it('is told from a type that the bindings do not have', () => {
    const source = { version: '0.0.0', source: () => 'export class AwsProvider extends cdktf.TerraformProvider {}' };
    expect(() => deriveSchema(types, source)).toThrow('"x" of the bindings holds no class');
  });
});
