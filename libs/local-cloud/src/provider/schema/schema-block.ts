import type { CtyType } from './cty-type.ts';

/** What one level of a resource's configuration may hold. */
export interface SchemaBlock {
  readonly attributes: Readonly<Record<string, SchemaAttribute>>;
  readonly blocks: Readonly<Record<string, SchemaNestedBlock>>;
}

export interface SchemaAttribute extends AttributeFlags {
  readonly type: CtyType;
}

export interface AttributeFlags {
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

export interface SchemaNestedBlock {
  readonly nesting: BlockNesting;
  readonly minItems: number;
  /** 0 means no limit. */
  readonly maxItems: number;
  readonly block: SchemaBlock;
}

export type BlockNesting = 'single' | 'list' | 'set';
