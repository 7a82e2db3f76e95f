import { error, under, warning, type LocalFinding } from '@slipway/findings';
import { replicaNamespaces, type ReplicaNamespace } from '../../replicas/replica-namespaces.ts';
import { replicaRegions } from '../../replicas/replica-regions.ts';
import { replicatedRepositories } from '../../replicas/replicated-repositories.ts';
import { unsharedTags } from '../../replicas/shared-tags.ts';
import { listed } from '../finding/listed.ts';
import type { Place } from '../place.ts';
import { TEMPLATE_NAMESPACE } from './creation-templates.ts';
import { namespace as namespaceName } from './namespace.ts';

const SOURCE =
  'ECR user guide, "Templates to control repositories created during a pull through cache or replication action"';

/** One creation template makes all replicas of a namespace, so their sources must be set up alike. */
export function replicas({ registry, environment: { account } }: Place): LocalFinding[] {
  return replicaRegions(registry, account).flatMap((region) =>
    under(
      `replication to ${region}`,
      replicaNamespaces(replicatedRepositories(registry, { region, account })).flatMap((namespace) => [
        ...namespaceName(namespace.namespace, TEMPLATE_NAMESPACE),
        ...oddReplicas(namespace),
        ...droppedTags(namespace),
      ]),
    ),
  );
}

function oddReplicas({ namespace, model, odd }: ReplicaNamespace): LocalFinding[] {
  return odd.map(({ repository, settings }) =>
    error('replica-settings-differ', {
      path: repository.name,
      message: `differs from "${model.name}" in ${listed(settings)}, and one creation template makes the replicas of both (namespace "${namespace}")`,
      fix: `give "${repository.name}" replicas: 'declared', or the same settings`,
      source: SOURCE,
    }),
  );
}

function droppedTags({ namespace, repositories }: ReplicaNamespace): LocalFinding[] {
  const keys = unsharedTags(repositories.map(({ tags = {} }) => tags));
  if (keys.length === 0) return [];
  return [
    warning('replica-tags-dropped', {
      path: `namespace ${namespace}`,
      message: `the replicas won't have the tags ${listed(keys)}: their sources don't all have the same value`,
      fix: "use one value in the namespace, or give the repositories replicas: 'declared'",
      source: SOURCE,
    }),
  ];
}
