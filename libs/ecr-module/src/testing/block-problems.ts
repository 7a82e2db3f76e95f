import type { AttributeSchema, AttributeType, BlockSchema, NestedBlockSchema } from './provider-schema.ts';
import type { Arguments } from './synthesized.ts';

/** What the provider would refuse in the arguments of a block, each problem with its path. */
export function blockProblems(values: Arguments, { attributes = {}, block_types: blocks = {} }: BlockSchema): string[] {
  const given = Object.entries(values).flatMap(([name, value]) => {
    const attribute = attributes[name];
    const block = blocks[name];
    if (attribute !== undefined) return attributeProblems(name, value, attribute);
    return block === undefined ? [`${name}: unknown`] : nestedProblems(name, value, block);
  });
  const required = Object.entries(attributes).filter(([, { required }]) => required === true);
  const nested = Object.entries(blocks).filter(([, { min_items: least = 0 }]) => least > 0);
  const missing = [...required, ...nested].map(([name]) => name).filter((name) => !(name in values));
  return [...given, ...missing.map((name) => `${name}: missing`)];
}

function attributeProblems(name: string, value: unknown, { type, required, optional }: AttributeSchema): string[] {
  if (required !== true && optional !== true) return [`${name}: can't be set`];
  return fits(value, type) ? [] : [`${name}: "${JSON.stringify(value)}" is not ${JSON.stringify(type)}`];
}

function fits(value: unknown, type: AttributeType): boolean {
  if (isExpression(value)) return true;
  if (type === 'bool') return typeof value === 'boolean';
  if (typeof type === 'string') return typeof value === type;
  const [kind, element] = type;
  if (kind === 'map')
    return isObject(value) && Object.values(value).every((one) => fits(one, element as AttributeType));
  if (kind === 'object') return isObject(value);
  return Array.isArray(value) && value.every((one) => fits(one, element as AttributeType));
}

function nestedProblems(name: string, value: unknown, schema: NestedBlockSchema): string[] {
  // Terraform's JSON takes one block as an object, or a list of them.
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const { min_items: least = 0, max_items: most = schema.nesting_mode === 'single' ? 1 : Infinity } = schema;
  const count = items.length < least || items.length > most ? [`${name}: there are "${items.length}"`] : [];
  const inside = items.flatMap((item) => (isObject(item) ? blockProblems(item, schema.block) : ['not a block']));
  return [...count, ...inside.map((problem) => `${name}.${problem}`)];
}

function isExpression(value: unknown): boolean {
  return typeof value === 'string' && value.includes('${');
}

function isObject(value: unknown): value is Arguments {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
