import type { InventoryImage } from '@slipway/lifecycle';
import type { RepositoryAddress } from '@slipway/access';

/** Reads private registries and changes nothing. Reads end with the Failure `interrupted` once the user ends the command. */
export interface RegistryReader {
  /** Account, 12 digits, whose registries are read. */
  account(region: string): Promise<string>;
  /** Every image of a repository in every storage class, in no particular order; undefined when there is no such repository. */
  inventory(repository: RepositoryAddress): Promise<Inventory | undefined>;
  /** Text of the lifecycle policy in force; undefined when there is none, or no such repository. */
  lifecyclePolicy(repository: RepositoryAddress): Promise<string | undefined>;
  /** The repository policy in force; undefined when there is no such repository. */
  repositoryPolicy(repository: RepositoryAddress): Promise<PolicyInForce | undefined>;
}

export interface Inventory {
  readonly images: readonly InventoryImage[];
  /** What could not be learned about single images, in words. */
  readonly warnings: readonly string[];
}

export interface PolicyInForce {
  /** Undefined when the repository has none. */
  readonly text: string | undefined;
}
