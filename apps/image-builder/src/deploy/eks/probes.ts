import type { Container, Probe } from 'kubernetes-types/core/v1.js';
import type { EksTarget } from '@slipway/deployments';

/** Name of the container's port. */
export const HTTP_PORT = 'http';

/** Seconds between the end of a pod being decided and SIGTERM. */
export const DRAIN_SECONDS = 5;

type Probes = Pick<Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'>;

/** A container that lives but has no model is not restarted: it only gets no requests. */
export function probesOf({ probes }: EksTarget): Probes {
  return {
    // Up to a minute to start; the liveness probe waits for it.
    startupProbe: probe(probes.live, { periodSeconds: 2, failureThreshold: 30 }),
    livenessProbe: probe(probes.live, { periodSeconds: 10, failureThreshold: 3 }),
    readinessProbe: probe(probes.ready, { periodSeconds: 5, failureThreshold: 2 }),
  };
}

function probe(path: string, often: Pick<Probe, 'periodSeconds' | 'failureThreshold'>): Probe {
  return { httpGet: { path, port: HTTP_PORT }, timeoutSeconds: 3, ...often };
}
