import type { RepositorySpec } from '@slipway/environments';

/** A private repository of an environment: declared, or made by replication. */
export interface RepositoryPlace {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** For a replica, the spec of its source: both have the same access and lifecycle. */
  readonly spec: RepositorySpec;
  /** Where its images come from, and whether Terraform has it or ECR made it from a creation template. @default it is no replica */
  readonly replica?: { readonly of: string; readonly madeBy: 'Terraform' | 'template' };
}
