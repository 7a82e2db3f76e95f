import { describe, expect, it } from '@jest/globals';
import { deploymentSchema, replicaSetsSchema, runningOf } from './running.ts';

interface Shape {
  readonly revision: number;
  readonly generation?: number;
  readonly status?: object;
}

function deployment({ revision, generation = 1, status = {} }: Shape) {
  return deploymentSchema.parse({
    metadata: { uid: 'u', generation, annotations: { 'deployment.kubernetes.io/revision': String(revision) } },
    spec: { replicas: 2, template: { spec: { containers: [{ image: 'api' }] } } },
    status: { observedGeneration: 1, replicas: 2, updatedReplicas: 2, availableReplicas: 2, ...status },
  });
}

function sets(...all: readonly [revision: number, availableReplicas: number, uid?: string][]) {
  const items = all.map(([revision, availableReplicas, uid = 'u']) => ({
    metadata: {
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: [{ uid }],
    },
    status: { availableReplicas },
  }));
  return replicaSetsSchema.parse({ items });
}

describe('runningOf', () => {
  it('would go back to the current revision when that runs', () => {
    expect(runningOf(deployment({ revision: 3 }), sets([2, 0], [3, 2]))).toEqual({
      image: 'api',
      revision: 3,
      isComplete: true,
      goodRevision: 3,
    });
  });

  it.each([
    ['seen by the controller', { generation: 2 }],
    ['with all pods updated', { status: { updatedReplicas: 1 } }],
    ['rid of old pods', { status: { replicas: 3 } }],
    ['available', { status: { availableReplicas: 1 } }],
  ])('is not complete before it is %s', (_, shape) => {
    expect(runningOf(deployment({ revision: 3, ...shape }), sets([3, 1])).isComplete).toBe(false);
  });

  it('would go back to the newest other revision that has usable pods, across several that failed', () => {
    const failing = deployment({ revision: 5, status: { availableReplicas: 1 } });
    expect(runningOf(failing, sets([1, 0], [2, 1], [3, 2], [4, 0], [5, 1])).goodRevision).toBe(3);
  });

  it("counts no ReplicaSet of somebody else's", () => {
    const failing = deployment({ revision: 2, status: { availableReplicas: 0 } });
    expect(runningOf(failing, sets([1, 2, 'other'], [2, 0])).goodRevision).toBeUndefined();
  });
});
