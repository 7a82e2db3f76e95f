import type { SchemaBlock } from './schema-block.ts';

/** Everything the stand-in provider declares to Terraform. */
export interface ProviderSchema {
  readonly provider: SchemaBlock;
  /** By resource type, such as `aws_ecr_repository`. */
  readonly resources: Readonly<Record<string, SchemaBlock>>;
  /** By data source type, such as `aws_caller_identity`. */
  readonly dataSources: Readonly<Record<string, SchemaBlock>>;
}
