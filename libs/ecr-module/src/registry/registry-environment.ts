import type { Deletion } from '@slipway/environments';

/** What the settings of a registry need to know of the environment that it is part of. */
export interface RegistryEnvironment {
  /** The role of its creation templates is named after it. */
  readonly name: string;
  /** Tags of the repositories that ECR creates: the provider's default tags don't reach them. */
  readonly tags: Readonly<Record<string, string>>;
  /** Whether keys and declared replicas can be destroyed. */
  readonly deletion: Deletion;
}
