import { blockProblems } from './block-problems.ts';
import type { BlockSchema, NestedBlockSchema, ProviderSchema } from './provider-schema.ts';
import { referenceProblems } from './reference-problems.ts';
import type { Arguments, ByType, Configuration } from './synthesized.ts';

/** Arguments that Terraform itself takes in every resource and data source; `//` is a comment. */
const META_ARGUMENTS = ['//', 'depends_on', 'count', 'for_each', 'provider', 'lifecycle'];
const CONDITION: NestedBlockSchema = {
  nesting_mode: 'list',
  block: {
    attributes: { condition: { type: 'bool', required: true }, error_message: { type: 'string', required: true } },
  },
};
const LIFECYCLE: BlockSchema = {
  attributes: {
    prevent_destroy: { type: 'bool', optional: true },
    create_before_destroy: { type: 'bool', optional: true },
    ignore_changes: { type: ['list', 'string'], optional: true },
    replace_triggered_by: { type: ['list', 'string'], optional: true },
  },
  block_types: { precondition: CONDITION, postcondition: CONDITION },
};

/** What Terraform with the provider of this schema would refuse in a synthesized stack, by address; nothing for a sound one. */
export function configurationProblems(configuration: Configuration, schema: ProviderSchema): string[] {
  return [
    ...typeProblems('', configuration.resource ?? {}, schema.resource_schemas),
    ...typeProblems('data.', configuration.data ?? {}, schema.data_source_schemas),
    ...referenceProblems(configuration, schema),
  ];
}

function typeProblems(prefix: string, byType: ByType, schemas: ProviderSchema['resource_schemas']): string[] {
  return Object.entries(byType).flatMap(([type, byId]) => {
    const block = schemas[type]?.block;
    if (block === undefined) return [`${prefix}${type}: no such type`];
    return Object.entries(byId).flatMap(([id, values]) =>
      argumentProblems(values, block).map((problem) => `${prefix}${type}.${id}.${problem}`),
    );
  });
}

function argumentProblems(values: Arguments, block: BlockSchema): string[] {
  const own = Object.entries(values).filter(([name]) => !META_ARGUMENTS.includes(name));
  const { lifecycle = {} } = values;
  const ofLifecycle = blockProblems(lifecycle as Arguments, LIFECYCLE).map((problem) => `lifecycle.${problem}`);
  return [...blockProblems(Object.fromEntries(own), block), ...ofLifecycle];
}
