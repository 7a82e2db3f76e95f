import type { RegistrySpec, RepositorySpec } from '@slipway/environments';
import type { RegistryEnvironment } from './registry-environment.ts';

/** A registry and the settings that AWS has once for each. Without a setting, what is there is left as it is. */
export interface RegistryProps extends Omit<RegistrySpec, 'scanning' | 'repositories' | 'unmanaged'> {
  /** AWS account, 12 digits. */
  readonly account: string;
  /** @default basic scanning */
  readonly scanning?: RegistrySpec['scanning'];
  /**
   * Repositories whose replicas in other regions of the account are set up like themselves.
   * @default none: ECR creates replicas with its defaults, mutable and without policies
   */
  readonly replicated?: readonly RepositorySpec[];
  /** @default none: keys are protected, and creation templates with tags or a KMS key are an error */
  readonly environment?: RegistryEnvironment;
}
