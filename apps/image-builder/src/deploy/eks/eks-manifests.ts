import type { HorizontalPodAutoscaler } from 'kubernetes-types/autoscaling/v2.js';
import type { Service, ServiceAccount } from 'kubernetes-types/core/v1.js';
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1.js';
import type { EksTarget } from '@slipway/deployments';
import { deployment } from './deployment.ts';
import { labelsOf, selectorOf } from './labels.ts';
import type { Manifest } from './manifest.ts';
import { HTTP_PORT } from './probes.ts';

/**
 * All that a container needs in a cluster, in the order it is applied.
 * @param reference address of the image with its digest
 */
export function eksManifests(target: EksTarget, reference: string): Manifest[] {
  return [
    serviceAccount(target),
    service(target),
    deployment(target, reference),
    autoscaler(target),
    disruptionBudget(target),
  ];
}

/** The annotation is how pods get a role (Amazon EKS, "IAM roles for service accounts"). */
function serviceAccount(target: EksTarget): ServiceAccount {
  const annotations = { 'eks.amazonaws.com/role-arn': target.role };
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: target.serviceAccount, labels: labelsOf(target), annotations },
  };
}

function service(target: EksTarget): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: target.name, labels: labelsOf(target) },
    spec: {
      type: 'ClusterIP',
      selector: selectorOf(target),
      ports: [{ name: HTTP_PORT, port: 80, targetPort: HTTP_PORT, protocol: 'TCP' }],
    },
  };
}

function autoscaler(target: EksTarget): HorizontalPodAutoscaler {
  const { min, max, cpuPercent } = target.replicas;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: target.name, labels: labelsOf(target) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target.name },
      minReplicas: min,
      maxReplicas: max,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpuPercent } },
        },
      ],
    },
  };
}

/** By what may be away, not by what has to be there: with one replica, the second would block every drain of a node. */
function disruptionBudget(target: EksTarget): PodDisruptionBudget {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: target.name, labels: labelsOf(target) },
    spec: { maxUnavailable: 1, selector: { matchLabels: selectorOf(target) } },
  };
}
