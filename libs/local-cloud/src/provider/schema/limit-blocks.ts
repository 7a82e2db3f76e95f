import type { SchemaBlock } from './schema-block.ts';

/** The block with limits on how often nested blocks may stand, by dotted path. @throws when a path names no block. */
export function limitBlocks(block: SchemaBlock, limits: Readonly<Record<string, number>>): SchemaBlock {
  return Object.entries(limits).reduce(
    (limited, [path, maxItems]) => limitBlock(limited, { path: path.split('.'), maxItems }),
    block,
  );
}

interface BlockLimit {
  readonly path: readonly string[];
  readonly maxItems: number;
}

function limitBlock(block: SchemaBlock, { path: [name = '', ...rest], maxItems }: BlockLimit): SchemaBlock {
  const nested = block.blocks[name];
  if (nested === undefined) throw new Error(`the schema has no block "${name}" to limit`);
  const limited =
    rest.length === 0
      ? { ...nested, maxItems }
      : { ...nested, block: limitBlock(nested.block, { path: rest, maxItems }) };
  return { ...block, blocks: { ...block.blocks, [name]: limited } };
}
