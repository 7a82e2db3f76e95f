import { digestIn } from '@slipway/images';
import { z } from 'zod';
import type { DeployedImage } from '../deployed-images.ts';

/** Kinds that hold pods, or the template of pods. ReplicaSets keep what a Deployment can go back to. */
export const WORKLOADS =
  'pods,deployments.apps,replicasets.apps,statefulsets.apps,daemonsets.apps,jobs.batch,cronjobs.batch';

const container = z.object({ image: z.string() });
const podSpec = z.object({
  containers: z.array(container).default([]),
  initContainers: z.array(container).default([]),
});
const template = z.object({ spec: podSpec });
const status = z.object({ image: z.string().default(''), imageID: z.string().default('') });

export const workloadsSchema = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      spec: z.looseObject({
        template: template.optional(),
        jobTemplate: z.object({ spec: z.object({ template }) }).optional(),
        containers: podSpec.shape.containers,
        initContainers: podSpec.shape.initContainers,
      }),
      status: z
        .object({
          containerStatuses: z.array(status).default([]),
          initContainerStatuses: z.array(status).default([]),
        })
        .prefault({}),
    }),
  ),
});

type Workload = z.infer<typeof workloadsSchema>['items'][number];

/** Images of workloads, each once. A pod's status says which digest a tag meant when it was pulled. */
export function workloadImages(workloads: readonly Workload[]): DeployedImage[] {
  const all = workloads.flatMap((workload) => [...wanted(workload), ...pulled(workload)]);
  return [...new Map(all.map((image) => [`${image.reference} ${image.digest ?? ''}`, image])).values()];
}

function wanted({ spec }: Workload): DeployedImage[] {
  const pods = [spec, spec.template?.spec, spec.jobTemplate?.spec.template.spec];
  const containers = pods.flatMap((pod) => [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])]);
  return containers.map(({ image }) => deployed(image, image));
}

/** `imageID` is an address with a digest where the image was pulled, and only an id where it was loaded into the node. */
function pulled({ kind, status: { containerStatuses, initContainerStatuses } }: Workload): DeployedImage[] {
  if (kind !== 'Pod') return [];
  return [...containerStatuses, ...initContainerStatuses]
    .filter(({ imageID }) => imageID.includes('@'))
    .map(({ image, imageID }) => deployed(image, imageID));
}

function deployed(reference: string, withDigest: string): DeployedImage {
  const digest = digestIn(withDigest);
  return { source: 'eks', reference, ...(digest === undefined ? {} : { digest }) };
}
