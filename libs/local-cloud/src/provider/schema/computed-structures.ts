import { computedType } from './attribute-type.ts';
import type { CtyType } from './cty-type.ts';
import type { ParsedBindings } from './parse-bindings.ts';
import type { ClassAttribute } from './parse-class.ts';

/** The type of an attribute that only the provider sets and that lists structures: no block, because nobody writes it. */
export function computedStructures(
  bindings: ParsedBindings,
  { structures, flags }: ClassAttribute,
): CtyType | undefined {
  if (structures === undefined || flags.optional || flags.required) return undefined;
  const read = bindings.classes.get(`${structures.structure}OutputReference`);
  if (read === undefined) return undefined;
  const members = [...read.attributes].map(([name, attribute]) => [name, memberType(bindings, attribute)] as const);
  if (members.some(([, type]) => type === undefined)) return undefined;
  return [structures.isSet ? 'set' : 'list', ['object', Object.fromEntries(members) as Record<string, CtyType>]];
}

function memberType(bindings: ParsedBindings, attribute: ClassAttribute): CtyType | undefined {
  return computedType(attribute) ?? computedStructures(bindings, attribute);
}
