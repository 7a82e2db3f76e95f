import type { CreationTemplateSpec } from '../spec/creation-template-spec.ts';
import type { RegistrySpec } from '../spec/registry-spec.ts';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import { replicaNamespaces, type ReplicaNamespace } from './replica-namespaces.ts';
import { replicatedRepositories } from './replicated-repositories.ts';
import { sharedTags } from './shared-tags.ts';

/** A region of the registry's own account that it replicates to. */
export interface ReplicaDestination {
  /** One of `replicaRegions`. */
  readonly region: string;
  /** The registry's own, 12 digits. */
  readonly account: string;
}

/** How the replicas of one region get the settings of their sources: ECR itself copies images only. */
export interface ReplicaTemplates {
  /** For the destination's registry, one for each namespace. The key `registry-key` is the destination's. */
  readonly templates: readonly CreationTemplateSpec[];
  /** Repositories whose replica is a resource of its own. */
  readonly declared: readonly RepositorySpec[];
}

/**
 * What a destination region of a registry needs so that its replicas are set up like their sources.
 * A template has the tags that all its repositories share, without `Name`; the environment's tags are to be added, since
 * ECR makes the repository, not Terraform with its default tags.
 * @param registry sound according to `checkEnvironment`: the repositories of a namespace have the same settings
 */
export function replicaTemplates(registry: RegistrySpec, destination: ReplicaDestination): ReplicaTemplates {
  const replicated = replicatedRepositories(registry, destination);
  return {
    templates: replicaNamespaces(replicated).map((namespace) => template(namespace, registry.region)),
    declared: replicated.filter(({ replicas }) => replicas === 'declared'),
  };
}

function template({ namespace, model, repositories }: ReplicaNamespace, source: string): CreationTemplateSpec {
  const tags = sharedTags(repositories.map((repository) => repository.tags ?? {}));
  return {
    namespace,
    description: `settings of the replicas of ${source}`,
    appliedFor: ['replication'],
    tagMutability: model.tagMutability,
    encryption: model.encryption,
    ...(model.lifecycle.length === 0 ? {} : { lifecycle: model.lifecycle }),
    access: model.access,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}
