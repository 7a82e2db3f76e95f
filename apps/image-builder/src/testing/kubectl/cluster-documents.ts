import { BROKEN_IMAGE } from './simulated-cluster.ts';
import type { ClusterState, Revision } from './simulated-cluster.ts';

const REVISION = 'deployment.kubernetes.io/revision';

/** As `kubectl get deployment <name> -o json` prints it ("Deployment status" of the Kubernetes documentation); undefined where there is none. */
export function deploymentDocument({ objects, revisions }: ClusterState, name: string): object | undefined {
  const text = objects[`Deployment/${name}`];
  const all = revisions[name] ?? [];
  const current = all.at(-1);
  if (text === undefined || current === undefined) return undefined;
  const deployment = JSON.parse(text) as { metadata: object };
  const available = all.filter(({ isAvailable }) => isAvailable).length;
  const metadata = { ...deployment.metadata, uid: `uid-${name}`, generation: 1, annotations: numbered(current) };
  const status = {
    observedGeneration: 1,
    replicas: all.length > 1 && !current.isAvailable ? 2 : 1,
    updatedReplicas: 1,
  };
  // one pod is enough to show what counts
  const spec = { replicas: 1, template: JSON.parse(current.template) as object };
  return { kind: 'Deployment', metadata, spec, status: { ...status, availableReplicas: available } };
}

export function replicaSetDocuments({ revisions }: ClusterState, name: string): object[] {
  return (revisions[name] ?? []).map((revision) => ({
    kind: 'ReplicaSet',
    metadata: { annotations: numbered(revision), ownerReferences: [{ uid: `uid-${name}` }] },
    spec: { template: JSON.parse(revision.template) as object },
    status: { availableReplicas: revision.isAvailable ? 1 : 0 },
  }));
}

/** The newest pod, which can't pull an image that is broken. */
export function podDocuments({ revisions }: ClusterState, name: string): object[] {
  const current = revisions[name]?.at(-1);
  if (current === undefined) return [];
  const waiting = { reason: 'ImagePullBackOff', message: `Back-off pulling image "${current.image}"` };
  const state = current.image === BROKEN_IMAGE ? { waiting } : { running: { startedAt: '2026-03-02T00:00:00Z' } };
  const template = JSON.parse(current.template) as { spec: object };
  const status = { containerStatuses: [{ name, state, image: current.image, imageID: '' }] };
  return [{ kind: 'Pod', metadata: { name: `${name}-1` }, spec: template.spec, status }];
}

function numbered({ number }: Revision): Record<string, string> {
  return { [REVISION]: String(number) };
}
