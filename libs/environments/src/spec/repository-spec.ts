import type { LifecycleRule } from '@slipway/lifecycle';
import type { TagMutability } from './tag-mutability.ts';

/** One private repository. */
export interface RepositorySpec {
  /** 2 to 256 characters: lower-case letters, digits, `.` `_` `-` between them, `/` between parts. */
  readonly name: string;
  readonly tagMutability: TagMutability;
  /** `registry-key` needs a `key` in the registry. A change replaces the repository. */
  readonly encryption: 'aes256' | 'registry-key';
  /** Scan each image when it is pushed (basic scanning). */
  readonly scanOnPush: boolean;
  /** Which images expire, first rule first. */
  readonly lifecycle: readonly LifecycleRule[];
  readonly access: AccessSpec;
  /** Tags that the push step moves from image to image. They must be mutable here. @default none */
  readonly movingTags?: readonly string[];
  /** Tags of this repository beside the environment's. @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Who may do what: names of IAM roles in the environment's account. */
export interface AccessSpec {
  /** Roles that only pull. */
  readonly pull: readonly string[];
  /** Roles that push, and pull what they pushed. */
  readonly push: readonly string[];
}
