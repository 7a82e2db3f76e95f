import type { LifecycleRule } from '@slipway/lifecycle';
import type { AccessSpec } from './access-spec.ts';
import type { EncryptionSpec } from './encryption-spec.ts';
import type { TagMutability } from './tag-mutability.ts';

/** One private repository. */
export interface RepositorySpec {
  /** 2 to 256 characters: lower-case letters, digits, `.` `_` `-` between them, `/` between parts. */
  readonly name: string;
  readonly tagMutability: TagMutability;
  /** A change replaces the repository. */
  readonly encryption: EncryptionSpec;
  /** Scan each image when it is pushed (basic scanning). */
  readonly scanOnPush: boolean;
  /** Which images expire or are archived, first rule first. */
  readonly lifecycle: readonly LifecycleRule[];
  readonly access: AccessSpec;
  /** Tags that the push step moves from image to image. They must be mutable here. @default none */
  readonly movingTags?: readonly string[];
  /** Tags of this repository beside the environment's. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** `protected`: it can't be destroyed. `disposable`: it is destroyed with its images. @default the environment's */
  readonly deletion?: Deletion;
  /** `if-exists`: a repository of this name that is there already is taken over instead of created. @default it must not exist */
  readonly adopt?: 'if-exists';
  /** Terraform addresses that this repository had before, such as `module.ecr.aws_ecr_repository.this[0]`. @default none */
  readonly movedFrom?: FormerAddresses;
  /**
   * How its replicas in other regions of the account get its settings. `template`: a creation template of its namespace.
   * `declared`: the replica is a resource of its own, for repositories that differ from the others of their namespace. @default 'template'
   */
  readonly replicas?: 'template' | 'declared';
}

/** Whether what holds images can be destroyed. */
export type Deletion = 'protected' | 'disposable';

/** Where Terraform's state had the parts of a repository. */
export interface FormerAddresses {
  readonly repository: string;
  /** @default there was none */
  readonly lifecycle?: string;
  /** @default there was none */
  readonly policy?: string;
}
