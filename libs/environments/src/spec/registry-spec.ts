import type { AccountSettingsSpec } from './account-settings-spec.ts';
import type { CreationTemplateSpec } from './creation-template-spec.ts';
import type { KeySpec } from './key-spec.ts';
import type { NotificationsSpec } from './notifications-spec.ts';
import type { PullThroughCacheSpec } from './pull-through-cache-spec.ts';
import type { ReplicationSourceSpec, ReplicationSpec } from './replication-spec.ts';
import type { RepositorySpec } from './repository-spec.ts';
import type { ScanningSpec } from './scanning-spec.ts';

/** One private ECR registry: there is exactly one for each account and region. */
export interface RegistrySpec {
  /** AWS region, such as `us-east-1`. */
  readonly region: string;
  readonly scanning: ScanningSpec;
  /** A KMS key made for this registry, and one like it in each region that it replicates to. @default none */
  readonly key?: KeySpec;
  /** Where pushed images are copied to. @default nowhere */
  readonly replication?: readonly ReplicationSpec[];
  /** Which accounts may replicate into this registry. @default none */
  readonly replicationSources?: readonly ReplicationSourceSpec[];
  /** Settings of repositories that ECR creates here. @default none */
  readonly creationTemplates?: readonly CreationTemplateSpec[];
  /** Upstream registries whose images are kept here once pulled. @default none */
  readonly pullThroughCaches?: readonly PullThroughCacheSpec[];
  /** @default left as they are */
  readonly settings?: AccountSettingsSpec;
  /** Events that are published. @default none */
  readonly notifications?: NotificationsSpec;
  readonly repositories: readonly RepositorySpec[];
  /**
   * Repositories that may be here undeclared: somebody else's, or to be destroyed. Names, or namespaces with their final `/`.
   * In a protected environment every plan is refused while there is any other. @default none
   */
  readonly unmanaged?: readonly string[];
}
