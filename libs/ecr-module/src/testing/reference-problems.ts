import type { ProviderSchema } from './provider-schema.ts';
import type { Configuration } from './synthesized.ts';

/** A reference in an expression, such as `data.aws_ecr_repositories.all.names`, or an address such as `aws_ecr_repository.api`. */
const REFERENCE = /(?<data>data\.)?(?<type>aws_\w+)\.(?<id>[A-Za-z_][\w-]*)(?:\.(?<attribute>[a-z_]+))?/g;

/** References to resources and attributes that are not there. Former addresses (`from`) and texts are not references. */
export function referenceProblems(configuration: Configuration, schema: ProviderSchema): string[] {
  return expressionsOf(configuration).flatMap((text) =>
    [...text.matchAll(REFERENCE)].flatMap(({ 0: reference, groups = {} }) =>
      isThere(groups, configuration, schema) ? [] : [`${reference}: refers to nothing`],
    ),
  );
}

function isThere(
  { data, type = '', id = '', attribute }: Record<string, string | undefined>,
  configuration: Configuration,
  schema: ProviderSchema,
): boolean {
  const declared = data === undefined ? configuration.resource : configuration.data;
  const schemas = data === undefined ? schema.resource_schemas : schema.data_source_schemas;
  const { attributes = {}, block_types: blocks = {} } = schemas[type]?.block ?? {};
  return (
    declared?.[type]?.[id] !== undefined && (attribute === undefined || attribute in attributes || attribute in blocks)
  );
}

/** Terraform reads these as expressions although they have no `${`. */
const BARE = ['to', 'replace_triggered_by', 'depends_on'];

function expressionsOf(value: unknown, isBare = false): string[] {
  if (typeof value === 'string') return isBare ? [value] : [...value.matchAll(/\$\{(.*?)\}/g)].map(([text]) => text);
  if (Array.isArray(value)) return value.flatMap((one) => expressionsOf(one, isBare));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === '//' ? [] : expressionsOf(one, BARE.includes(key))));
}
