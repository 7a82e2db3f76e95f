import type { RepositoryAddress } from '@slipway/access';
import type { Deletion, EncryptionSpec, FormerAddresses, TagMutability } from '@slipway/environments';
import type { LifecycleRule } from '@slipway/lifecycle';

/** What a repository is. A wrong combination does not compile. */
export interface RepositoryProps {
  /** Whether tags can be moved. A change is made in place. */
  readonly tagMutability: TagMutability;
  /** What images are encrypted with. A change replaces the repository and loses its images. @default aes256() */
  readonly encryption?: EncryptionSpec;
  /** Which images expire or are archived, first rule first. @default none: images are kept for ever */
  readonly lifecycle?: readonly LifecycleRule[];
  /** Scan each image when it is pushed (basic scanning). @default true */
  readonly scanOnPush?: boolean;
  /** Resource tags beside the provider's default tags, at most 50 with them. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** `protected`: Terraform refuses to destroy or replace it. `disposable`: it is destroyed with its images. @default 'protected' */
  readonly deletion?: Deletion;
  /**
   * `if-exists`: a repository of this name that is there already is taken over, with its images; a missing one is created.
   * Its policies are overwritten, settings and tags changed in place. Its encryption must be the one it has: another one
   * would be a replacement, which Terraform refuses while there are images. @default it must not exist
   */
  readonly adopt?: 'if-exists';
  /** Terraform addresses that its parts had in this state before, such as `module.ecr.aws_ecr_repository.this[0]`. @default none */
  readonly movedFrom?: FormerAddresses;
}

/** Where a repository is: given by the registry that makes it. */
export interface RepositoryPlace extends RepositoryAddress {
  /** ARN of the key that `registry-key` stands for. @default there is none, and asking for it is an error */
  readonly registryKeyArn?: string | undefined;
}
