import { TerraformElement, type Construct } from '../cdktf.ts';

/** Takes what is there already under a resource's address. */
export interface ImportBlock {
  /** Expression of a set: the block acts once for each element, not at all for none. */
  readonly for_each: string;
  /** Address of the resource, not an expression. */
  readonly to: string;
  readonly id: string;
}

/** Says that the resource at `to` is the one that was at `from`. */
export interface MovedBlock {
  readonly from: string;
  readonly to: string;
}

/** Lists of blocks; those of all elements of a stack are joined. */
export interface Blocks {
  readonly import?: readonly ImportBlock[];
  readonly moved?: readonly MovedBlock[];
}

/**
 * `import` and `moved` blocks as Terraform JSON. Of cdktf's own ways, `importFrom` has no `for_each`, and `moveFromId` runs
 * `terraform version` at each synthesis.
 */
export class RootBlocks extends TerraformElement {
  readonly #blocks: Blocks;

  constructor(scope: Construct, id: string, blocks: Blocks) {
    super(scope, id);
    this.#blocks = blocks;
  }

  override toTerraform(): Blocks {
    return this.#blocks;
  }

  /** @throws Error always: cdktf has no HCL for these blocks, and leaving them out would create or destroy repositories */
  override toHclTerraform(): never {
    throw new Error(`"${this.node.path}" can't be written as HCL: synthesize without --hcl`);
  }
}
