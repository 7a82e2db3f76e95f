import type { CiSpec } from './ci-spec.ts';
import type { PublicRepositorySpec } from './public-repository-spec.ts';
import type { RegistrySpec } from './registry-spec.ts';
import type { Deletion } from './repository-spec.ts';

/** What one environment holds. Data only: `apps/<name>` turns it into a Terraform stack of the same name. */
export interface EnvironmentSpec {
  /** Name of the app, the stack and the `Environment` tag: lower-case letters and digits. */
  readonly name: string;
  /** AWS account, 12 digits. Terraform refuses to work in any other (`allowed_account_ids`). */
  readonly account: string;
  /** Region of the provider, the state and the models, such as `ap-southeast-1`. */
  readonly region: string;
  /** S3 bucket that holds the Terraform state, versioned and locked natively. */
  readonly state: Bucket;
  /** S3 bucket that training writes models to and the API reads them from. */
  readonly models: Bucket;
  /** `protected`: repositories can't be destroyed. `disposable`: they are destroyed with their images. */
  readonly deletion: Deletion;
  /** Cost and ownership tags on everything (at most 50 with a repository's own). */
  readonly tags: Readonly<Record<string, string>>;
  /** One for each region: replication and scanning are settings of the whole registry. */
  readonly registries: readonly RegistrySpec[];
  /** Repositories of the public gallery. @default none */
  readonly publicRepositories?: readonly PublicRepositorySpec[];
  /** Roles of CI, made by the bootstrap stack. @default none */
  readonly ci?: CiSpec;
}

/** An S3 bucket: 3 to 63 lower-case letters, digits, dots and hyphens. */
export interface Bucket {
  readonly bucket: string;
  readonly region: string;
}
