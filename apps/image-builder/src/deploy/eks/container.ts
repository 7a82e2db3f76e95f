import type { Container } from 'kubernetes-types/core/v1.js';
import type { EksTarget } from '@slipway/deployments';
import { DRAIN_SECONDS, HTTP_PORT, probesOf } from './probes.ts';

/** The one container of a pod: as little as it needs, and nothing to write to but `/tmp`. */
export function apiContainer(target: EksTarget, reference: string): Container {
  const { cpu, memory } = target.resources;
  return {
    name: 'api',
    image: reference,
    // A digest never means another image, so what a node holds is right.
    imagePullPolicy: 'IfNotPresent',
    ports: [{ name: HTTP_PORT, containerPort: target.port, protocol: 'TCP' }],
    env: Object.entries(target.variables).map(([name, value]) => ({ name, value })),
    // No CPU limit: it would slow requests down while the node idles.
    resources: { requests: { cpu, memory }, limits: { memory } },
    ...probesOf(target),
    // Load balancers learn only after SIGTERM that a pod ends. The image has no shell to sleep with.
    lifecycle: { preStop: { sleep: { seconds: DRAIN_SECONDS } } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}
