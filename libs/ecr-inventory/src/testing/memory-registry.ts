import type { RepositoryAddress } from '@slipway/access';
import type { InventoryImage } from '@slipway/lifecycle';
import type { Inventory, PolicyInForce, RegistryReader } from '../registry-reader.ts';

/** What a repository for tests holds. */
export interface MemoryRepository {
  readonly images?: readonly InventoryImage[];
  readonly warnings?: readonly string[];
  readonly lifecyclePolicy?: string;
  readonly repositoryPolicy?: string;
}

/** Registries of one account for tests. */
export class MemoryRegistry implements RegistryReader {
  readonly #account: string;
  readonly #repositories = new Map<string, MemoryRepository>();

  constructor(account: string) {
    this.#account = account;
  }

  /** Creates a repository, or replaces all that it holds. */
  put(region: string, name: string, repository: MemoryRepository): void {
    this.#repositories.set(`${region} ${name}`, repository);
  }

  account(): Promise<string> {
    return Promise.resolve(this.#account);
  }

  inventory(address: RepositoryAddress): Promise<Inventory | undefined> {
    const found = this.#find(address);
    return Promise.resolve(found && { images: found.images ?? [], warnings: found.warnings ?? [] });
  }

  lifecyclePolicy(address: RepositoryAddress): Promise<string | undefined> {
    return Promise.resolve(this.#find(address)?.lifecyclePolicy);
  }

  repositoryPolicy(address: RepositoryAddress): Promise<PolicyInForce | undefined> {
    const found = this.#find(address);
    return Promise.resolve(found && { text: found.repositoryPolicy });
  }

  #find({ region, name }: RepositoryAddress): MemoryRepository | undefined {
    return this.#repositories.get(`${region} ${name}`);
  }
}
