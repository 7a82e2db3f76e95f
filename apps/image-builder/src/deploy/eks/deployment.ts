import type { Deployment } from 'kubernetes-types/apps/v1.js';
import type { PodSpec, TopologySpreadConstraint } from 'kubernetes-types/core/v1.js';
import type { EksTarget } from '@slipway/deployments';
import { apiContainer } from './container.ts';
import { labelsOf, selectorOf } from './labels.ts';
import { DRAIN_SECONDS } from './probes.ts';

/** Time beyond the container's own shutdown before it is killed. */
const SPARE_SECONDS = 5;

/** The Deployment. It has no `replicas`: those are the autoscaler's, and applying would set them back (Kubernetes, "Migrating Deployments to horizontal autoscaling"). */
export function deployment(target: EksTarget, reference: string): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: target.name, labels: labelsOf(target) },
    spec: {
      revisionHistoryLimit: 5,
      minReadySeconds: 5,
      // Pulling a large image on a new node takes minutes; past this the rollout counts as failed.
      progressDeadlineSeconds: 300,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      selector: { matchLabels: selectorOf(target) },
      template: { metadata: { labels: labelsOf(target) }, spec: podSpec(target, reference) },
    },
  };
}

function podSpec(target: EksTarget, reference: string): PodSpec {
  const { serviceAccount, user, shutdownSeconds } = target;
  return {
    serviceAccountName: serviceAccount,
    // The role's own token is another volume; nothing in the pod asks the Kubernetes API.
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: DRAIN_SECONDS + shutdownSeconds + SPARE_SECONDS,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: user,
      fsGroup: user,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map((key) =>
      spread(target, key),
    ),
    containers: [apiContainer(target, reference)],
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
  };
}

/** Evenly where that is possible: a full zone must not stop a deployment. Only pods of one revision are counted. */
function spread(target: EksTarget, topologyKey: string): TopologySpreadConstraint {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: selectorOf(target) },
    matchLabelKeys: ['pod-template-hash'],
  };
}
