import type { RepositorySpec } from './repository-spec.ts';
import type { ScanningSpec } from './scanning-spec.ts';

/** One private ECR registry: there is exactly one for each account and region. */
export interface RegistrySpec {
  /** AWS region, such as `us-east-1`. */
  readonly region: string;
  readonly scanning: ScanningSpec;
  /** A KMS key made for this registry. @default none: repositories are encrypted with AES-256 */
  readonly key?: KeySpec;
  /** Where pushed images are copied to. @default nowhere */
  readonly replication?: readonly ReplicationSpec[];
  readonly repositories: readonly RepositorySpec[];
}

/** A customer managed KMS key with yearly rotation. */
export interface KeySpec {
  /** Alias without its `alias/`, such as `dev-ecr`. */
  readonly alias: string;
  /** Days between the request to delete the key and its end: 7 to 30 (KMS ScheduleKeyDeletion). */
  readonly deletionWindowDays: number;
}

/** A replication rule: images pushed after it exists are copied once, settings and policies are not. */
export interface ReplicationSpec {
  /** Destination region, other than the registry's own in the same account. */
  readonly region: string;
  /** Destination account, 12 digits. @default the environment's own */
  readonly account?: string;
  /** Only repositories whose name begins with one of these, 2 to 256 characters each. @default all repositories */
  readonly prefixes?: readonly [string, ...string[]];
}
