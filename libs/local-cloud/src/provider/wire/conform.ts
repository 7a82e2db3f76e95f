import type { CtyType } from '../schema/cty-type.ts';
import type { SchemaBlock, SchemaNestedBlock } from '../schema/schema-block.ts';
import { UNKNOWN, isList, isObject, isUnset, type CtyObject, type CtyValue } from './cty-value.ts';

/**
 * Makes an object complete for its block, as MessagePack must carry it: every attribute is there (null when absent),
 * absent blocks are empty lists, and what the block does not know is dropped.
 * @throws when a value's shape contradicts the schema.
 */
export function conform(block: SchemaBlock, value: CtyObject): CtyObject {
  const attributes = Object.entries(block.attributes).map(([name, { type }]) => [name, conformType(type, value[name])]);
  const blocks = Object.entries(block.blocks).map(([name, nested]) => [name, conformBlocks(nested, value[name])]);
  return Object.fromEntries([...attributes, ...blocks] as [string, CtyValue][]);
}

function conformBlocks(nested: SchemaNestedBlock, value: CtyValue | undefined): CtyValue {
  if (value === UNKNOWN) return value;
  if (nested.nesting === 'single') return isUnset(value) ? null : conformOne(nested.block, value);
  if (isUnset(value)) return [];
  return expectList(value).map((element) => conformOne(nested.block, element));
}

function conformOne(block: SchemaBlock, value: CtyValue): CtyValue {
  return value === UNKNOWN ? value : conform(block, expectObject(value));
}

function conformType(type: CtyType, value: CtyValue | undefined): CtyValue {
  if (isUnset(value)) return null;
  if (value === UNKNOWN || typeof type === 'string') return value;
  if (type[0] === 'object') return conformMembers(type[1], expectObject(value));
  if (type[0] === 'map') return expectObject(value);
  return expectList(value).map((element) => conformType(type[1], element));
}

function conformMembers(members: Readonly<Record<string, CtyType>>, value: CtyObject): CtyObject {
  return Object.fromEntries(Object.entries(members).map(([name, type]) => [name, conformType(type, value[name])]));
}

function expectList(value: CtyValue): readonly CtyValue[] {
  if (isList(value)) return value;
  throw new TypeError(`expected a list, got ${typeof value}`);
}

function expectObject(value: CtyValue): CtyObject {
  if (isObject(value)) return value;
  throw new TypeError(`expected an object, got ${typeof value}`);
}
