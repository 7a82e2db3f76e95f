import type { LifecycleRule } from '@slipway/lifecycle';
import type { AccessSpec } from './access-spec.ts';
import type { EncryptionSpec } from './encryption-spec.ts';
import type { TagMutability } from './tag-mutability.ts';

/** Settings of repositories that ECR itself creates: by replication into this registry, or by a pull through a cache. */
export interface RepositoryTemplateSpec {
  readonly tagMutability: TagMutability;
  readonly encryption: EncryptionSpec;
  /** @default none: images are kept for ever */
  readonly lifecycle?: readonly LifecycleRule[];
  /** @default nobody but the account's own identity policies */
  readonly access?: AccessSpec;
  /** Resource tags. @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A creation template: it serves every repository of a namespace that has no longer match, at its creation only. */
export interface CreationTemplateSpec extends RepositoryTemplateSpec {
  /** Namespace without the final `/` that ECR assumes, 1 to 256 characters, or `ROOT` for every other repository. */
  readonly namespace: string;
  /** At most 256 characters. @default derived from what it is for */
  readonly description?: string;
  readonly appliedFor: readonly ['replication' | 'pull-through-cache', ...('replication' | 'pull-through-cache')[]];
}
