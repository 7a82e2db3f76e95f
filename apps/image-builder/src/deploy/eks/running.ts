import { z } from 'zod';
import type { Running } from './cluster.ts';

/** Annotation of Deployments and their ReplicaSets, kept by the Deployment controller. */
const REVISION = 'deployment.kubernetes.io/revision';

const metadata = z.object({
  generation: z.number().default(0),
  uid: z.string().default(''),
  annotations: z.record(z.string(), z.string()).default({}),
  ownerReferences: z.array(z.object({ uid: z.string() })).default([]),
});

export const deploymentSchema = z.object({
  metadata,
  spec: z.object({
    replicas: z.number().default(1),
    template: z.object({ spec: z.object({ containers: z.array(z.object({ image: z.string() })).min(1) }) }),
  }),
  status: z
    .object({
      observedGeneration: z.number().default(0),
      replicas: z.number().default(0),
      updatedReplicas: z.number().default(0),
      availableReplicas: z.number().default(0),
    })
    .prefault({}),
});

export const replicaSetsSchema = z.object({
  items: z.array(z.object({ metadata, status: z.object({ availableReplicas: z.number().default(0) }).prefault({}) })),
});

export type DeploymentFacts = z.infer<typeof deploymentSchema>;
export type ReplicaSetFacts = z.infer<typeof replicaSetsSchema>;

/** What a Deployment and its ReplicaSets say, by the rules of `kubectl rollout status`. */
export function runningOf(deployment: DeploymentFacts, { items }: ReplicaSetFacts): Running {
  const revision = revisionOf(deployment);
  const isComplete = isCompleteRollout(deployment);
  const earlier = items
    .filter((set) => set.metadata.ownerReferences.some(({ uid }) => uid === deployment.metadata.uid))
    .filter((set) => set.status.availableReplicas > 0 && revisionOf(set) !== revision)
    .map(revisionOf);
  const newest = earlier.length === 0 ? undefined : Math.max(...earlier);
  return {
    image: deployment.spec.template.spec.containers[0]?.image ?? '',
    revision,
    isComplete,
    goodRevision: isComplete ? revision : newest,
  };
}

function isCompleteRollout({ metadata: { generation }, spec, status }: DeploymentFacts): boolean {
  const { observedGeneration, replicas, updatedReplicas, availableReplicas } = status;
  return (
    observedGeneration >= generation &&
    updatedReplicas >= spec.replicas &&
    replicas <= updatedReplicas &&
    availableReplicas >= updatedReplicas
  );
}

function revisionOf({ metadata: { annotations } }: { metadata: z.infer<typeof metadata> }): number {
  return Number(annotations[REVISION] ?? 0);
}
