import type { Deployment } from 'kubernetes-types/apps/v1.js';
import type { HorizontalPodAutoscaler } from 'kubernetes-types/autoscaling/v2.js';
import type { Service, ServiceAccount } from 'kubernetes-types/core/v1.js';
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1.js';

/** One object of the Kubernetes API, without a namespace: who applies it says where. */
export type Manifest = ServiceAccount | Service | Deployment | HorizontalPodAutoscaler | PodDisruptionBudget;
