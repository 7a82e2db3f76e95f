import type { AccountResolver } from './account-resolver.ts';
import type { ContentStore } from './content-store.ts';
import type { ControlPlane } from './control-plane.ts';
import type { KeyedLock } from './keyed-lock.ts';
import type { KnownRepositories } from './known-repositories.ts';
import type { RegistryRecords } from './registry-records.ts';
import type { TokenAuthority } from './token/token-authority.ts';

/** What the gateway's parts work with. */
export interface GatewayContext {
  /** Port of the gateway itself, part of every repository's URI. */
  readonly port: number;
  readonly motoPort: number;
  readonly registrySocket: string;
  readonly accounts: AccountResolver;
  readonly controlPlane: ControlPlane;
  readonly records: RegistryRecords;
  readonly content: ContentStore;
  readonly knownRepositories: KnownRepositories;
  /** One change at a time per repository. */
  readonly locks: KeyedLock;
  readonly tokens: TokenAuthority;
}
