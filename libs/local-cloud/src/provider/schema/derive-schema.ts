import { installedBindings, type Bindings } from './bindings.ts';
import { deriveBlock } from './derive-block.ts';
import { parseBindings } from './parse-bindings.ts';
import type { ParsedClass } from './parse-class.ts';
import type { ProviderSchema } from './provider-schema.ts';
import type { SchemaBlock } from './schema-block.ts';
import type { ServedTypes } from './served-types.ts';

/** Derives the provider's schema from the bindings. @throws when a type is not in them. */
export function deriveSchema(types: ServedTypes, bindings: Bindings = installedBindings()): ProviderSchema {
  return {
    provider: withoutAlias(deriveClass(bindings, { folder: 'provider', base: 'cdktf.TerraformProvider' })),
    resources: deriveAll(types.resources, (type) =>
      deriveClass(bindings, { folder: folderOf(type), base: 'cdktf.TerraformResource' }),
    ),
    dataSources: deriveAll(types.dataSources, (type) =>
      deriveClass(bindings, { folder: `data-aws-${folderOf(type)}`, base: 'cdktf.TerraformDataSource' }),
    ),
  };
}

function deriveAll(types: readonly string[], derive: (type: string) => SchemaBlock): Record<string, SchemaBlock> {
  return Object.fromEntries(types.map((type) => [type, derive(type)]));
}

function folderOf(type: string): string {
  return type.replace(/^aws_/, '').replaceAll('_', '-');
}

function deriveClass(bindings: Bindings, wanted: { readonly folder: string; readonly base: string }): SchemaBlock {
  const parsed = parseBindings(bindings.source(wanted.folder));
  const found = [...parsed.classes.values()].find(({ base }) => base === wanted.base);
  if (found === undefined)
    throw new Error(`"${wanted.folder}" of the bindings holds no class that extends ${wanted.base}`);
  return deriveBlock({
    bindings: parsed,
    path: pathOf(found),
    interfaceName: `${found.name}Config`,
    attributes: found.attributes,
    storage: found.storage,
  });
}

function pathOf({ terraformType, name }: ParsedClass): string {
  return terraformType ?? name;
}

// `alias` is Terraform's own argument of every provider block and belongs to no provider's schema.
function withoutAlias(block: SchemaBlock): SchemaBlock {
  const attributes = Object.entries(block.attributes).filter(([name]) => name !== 'alias');
  return { ...block, attributes: Object.fromEntries(attributes) };
}
