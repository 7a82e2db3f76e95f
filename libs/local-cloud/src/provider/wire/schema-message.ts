import type { ProviderSchema } from '../schema/provider-schema.ts';
import type { SchemaBlock } from '../schema/schema-block.ts';

/** A schema in the shape of the protocol's message. */
export interface SchemaMessage {
  readonly version: number;
  readonly block: BlockMessage;
}

interface BlockMessage {
  readonly version: number;
  readonly attributes: readonly object[];
  readonly blockTypes: readonly object[];
}

/** The answer to Terraform's question for the provider's schema. */
export function schemaMessages({ provider, resources, dataSources }: ProviderSchema): {
  readonly provider: SchemaMessage;
  readonly resourceSchemas: Readonly<Record<string, SchemaMessage>>;
  readonly dataSourceSchemas: Readonly<Record<string, SchemaMessage>>;
} {
  return {
    provider: schemaMessage(provider),
    resourceSchemas: mapValues(resources, schemaMessage),
    dataSourceSchemas: mapValues(dataSources, schemaMessage),
  };
}

function schemaMessage(block: SchemaBlock): SchemaMessage {
  return { version: 0, block: blockMessage(block) };
}

function blockMessage({ attributes, blocks }: SchemaBlock): BlockMessage {
  return {
    version: 0,
    attributes: Object.entries(attributes).map(([name, { type, ...flags }]) => ({
      name,
      type: Buffer.from(JSON.stringify(type)),
      ...flags,
    })),
    blockTypes: Object.entries(blocks).map(([typeName, { nesting, minItems, maxItems, block }]) => ({
      typeName,
      nesting: nesting.toUpperCase(),
      minItems,
      maxItems,
      block: blockMessage(block),
    })),
  };
}

function mapValues<In, Out>(record: Readonly<Record<string, In>>, change: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
