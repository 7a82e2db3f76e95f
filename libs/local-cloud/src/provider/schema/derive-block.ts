import { computedType, storedType } from './attribute-type.ts';
import { computedStructures } from './computed-structures.ts';
import type { ParsedBindings } from './parse-bindings.ts';
import type { ClassAttribute } from './parse-class.ts';
import type { StoredAttribute } from './parse-storage.ts';
import type { AttributeFlags, SchemaAttribute, SchemaBlock, SchemaNestedBlock } from './schema-block.ts';

/** A structure of the bindings: its interface, and how it is stored. */
export interface BlockSource {
  readonly bindings: ParsedBindings;
  /** For messages, such as `aws_ecr_repository.encryption_configuration`. */
  readonly path: string;
  readonly interfaceName: string;
  /** From the class that reads it; the provider's own nested blocks have none. */
  readonly attributes: ReadonlyMap<string, ClassAttribute> | undefined;
  readonly storage: ReadonlyMap<string, StoredAttribute>;
}

/** @throws when the bindings hold a form of attribute that the stand-in does not know. */
export function deriveBlock(source: BlockSource): SchemaBlock {
  const attributes: Record<string, SchemaAttribute> = {};
  const blocks: Record<string, SchemaNestedBlock> = {};
  for (const name of new Set([...(source.attributes?.keys() ?? []), ...source.storage.keys()])) {
    const stored = source.storage.get(name);
    if (stored?.isBlock) blocks[name] = nestedBlock(source, name);
    else attributes[name] = attribute(source, name);
  }
  return { attributes, blocks };
}

function attribute(source: BlockSource, name: string): SchemaAttribute {
  const stored = source.storage.get(name);
  const read = source.attributes?.get(name);
  const type = stored ? storedType(stored) : read && (computedType(read) ?? computedStructures(source.bindings, read));
  if (type === undefined) throw unknownForm(source, name);
  return { type, ...flagsOf(source, name) };
}

function nestedBlock(source: BlockSource, name: string): SchemaNestedBlock {
  const stored = source.storage.get(name);
  if (!stored || !isDocumentedBlock(source, name)) throw unknownForm(source, name);
  const { type, storageClass, isRepeated } = stored;
  const block = deriveBlock(structureSource(source, { name, structure: storageClass.replace(/List$/, '') }));
  if (type === 'struct') return { nesting: 'single', minItems: 0, maxItems: 0, block };
  const minItems = flagsOf(source, name).required ? 1 : 0;
  return { nesting: type === 'set' ? 'set' : 'list', minItems, maxItems: isRepeated ? 0 : 1, block };
}

function structureSource(
  parent: BlockSource,
  child: { readonly name: string; readonly structure: string },
): BlockSource {
  const { bindings } = parent;
  const storage = bindings.storage.get(child.structure.toLowerCase());
  if (storage === undefined) throw unknownForm(parent, child.name);
  return {
    bindings,
    path: `${parent.path}.${child.name}`,
    interfaceName: child.structure,
    attributes: bindings.classes.get(`${child.structure}OutputReference`)?.attributes,
    storage,
  };
}

function flagsOf(source: BlockSource, name: string): AttributeFlags {
  const read = source.attributes?.get(name);
  if (read) return read.flags;
  const member = source.bindings.interfaces.get(source.interfaceName)?.get(name);
  if (member === undefined) throw unknownForm(source, name);
  return { required: !member.optional, optional: member.optional, computed: false };
}

function isDocumentedBlock(source: BlockSource, name: string): boolean {
  return source.bindings.interfaces.get(source.interfaceName)?.get(name)?.isBlock ?? false;
}

function unknownForm(source: BlockSource, name: string): Error {
  return new Error(
    `cannot derive the schema of "${source.path}.${name}": the bindings write it in a form not known here`,
  );
}
