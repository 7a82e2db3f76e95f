import type { SchemaBlock } from '../schema/schema-block.ts';
import { UNKNOWN, isList, isObject, isUnset, type CtyObject, type CtyValue } from '../wire/cty-value.ts';

/** Marks what only AWS can tell about a new resource as unknown: computed attributes that have no value. */
export function markComputed(block: SchemaBlock, planned: CtyObject): CtyObject {
  const marked: Record<string, CtyValue> = { ...planned };
  for (const [name, { computed }] of Object.entries(block.attributes)) {
    if (computed && isUnset(planned[name])) marked[name] = UNKNOWN;
  }
  for (const [name, nested] of Object.entries(block.blocks)) {
    const elements = planned[name];
    if (!isList(elements)) continue;
    marked[name] = elements.map((element) => (isObject(element) ? markComputed(nested.block, element) : element));
  }
  return marked;
}
