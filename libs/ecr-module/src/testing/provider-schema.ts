import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A type of Terraform: `string`, or a pair such as `["list", "string"]`. */
export type AttributeType = 'string' | 'bool' | 'number' | readonly [kind: string, element: unknown];

export interface AttributeSchema {
  readonly type: AttributeType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

export interface NestedBlockSchema {
  readonly nesting_mode: 'list' | 'set' | 'single';
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: BlockSchema;
}

export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, NestedBlockSchema>>;
}

type Schemas = Readonly<Record<string, { readonly block: BlockSchema }>>;

/** As `terraform providers schema -json` writes it. */
export interface ProviderSchema {
  readonly resource_schemas: Schemas;
  readonly data_source_schemas: Schemas;
}

/** The real AWS provider's schema of the types in use, which the stand-in provider is tested against as well. */
export function providerSchema(): ProviderSchema {
  const fixtures = join(import.meta.dirname, '../../../local-cloud/src/provider/schema/fixtures');
  return JSON.parse(readFileSync(join(fixtures, 'aws-6.25.0.json'), 'utf8')) as ProviderSchema;
}
