import type { CtyPrimitive, CtyType } from './cty-type.ts';
import type { ClassAttribute } from './parse-class.ts';
import type { StoredAttribute } from './parse-storage.ts';

/** The type of an attribute that configuration may set. Undefined when it is none the stand-in knows. */
export function storedType({ type, storageClass }: StoredAttribute): CtyType | undefined {
  const [, base, collection] = /^(string|number|boolean)(List|Map)?$/.exec(storageClass) ?? [];
  if (base === undefined) return undefined;
  const primitive = PRIMITIVES[base];
  if (primitive === undefined || collection === undefined) return primitive;
  if (collection === 'Map') return ['map', primitive];
  return [type === 'set' ? 'set' : 'list', primitive];
}

/** The type of an attribute that only the provider sets, told by how its accessor reads it. */
export function computedType({ getter }: ClassAttribute): CtyType | undefined {
  const [, base, map] = /\bget(String|Number|Boolean)(Map)?Attribute\(/.exec(getter) ?? [];
  const primitive = PRIMITIVES[base?.toLowerCase() ?? ''];
  if (primitive) return map ? ['map', primitive] : primitive;
  // Lists of texts have an accessor of their own, and a set is read as one.
  if (/\bFn\.tolist\(this\.getListAttribute\(/.test(getter)) return ['set', 'string'];
  return /\bgetListAttribute\(/.test(getter) ? ['list', 'string'] : undefined;
}

const PRIMITIVES: Readonly<Record<string, CtyPrimitive>> = { string: 'string', number: 'number', boolean: 'bool' };
