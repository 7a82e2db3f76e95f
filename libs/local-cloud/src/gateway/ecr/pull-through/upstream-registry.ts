/** A registry that pull-through rules may name, and whether ECR wants a secret for it. */
export interface UpstreamRegistry {
  readonly name: UpstreamRegistryName;
  readonly needsCredential: boolean;
}

export type UpstreamRegistryName =
  | 'azure-container-registry'
  | 'chainguard'
  | 'docker-hub'
  | 'ecr'
  | 'ecr-public'
  | 'github-container-registry'
  | 'gitlab-container-registry'
  | 'k8s'
  | 'quay';

// As the documentation of CreatePullThroughCacheRule lists them.
const registries: readonly (UpstreamRegistry & { readonly form: RegExp })[] = [
  { name: 'azure-container-registry', form: /^[a-zA-Z0-9-]+\.azurecr\.io$/, needsCredential: true },
  { name: 'chainguard', form: /^cgr\.dev$/, needsCredential: true },
  { name: 'docker-hub', form: /^registry-1\.docker\.io$/, needsCredential: true },
  { name: 'ecr', form: /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/, needsCredential: false },
  { name: 'ecr-public', form: /^public\.ecr\.aws$/, needsCredential: false },
  { name: 'github-container-registry', form: /^ghcr\.io$/, needsCredential: true },
  { name: 'gitlab-container-registry', form: /^registry\.gitlab\.com$/, needsCredential: true },
  { name: 'k8s', form: /^registry\.k8s\.io$/, needsCredential: false },
  { name: 'quay', form: /^quay\.io$/, needsCredential: false },
];

/** The registry at a host name; undefined when ECR doesn't pull through it. */
export function upstreamRegistryAt(host: string): UpstreamRegistry | undefined {
  return registries.find(({ form }) => form.test(host));
}
