import { expect, it } from '@jest/globals';
import { workloadImages, workloadsSchema } from './workload-images.ts';

const A = `sha256:${'a'.repeat(64)}` as const;
const B = `sha256:${'b'.repeat(64)}` as const;

function images(...items: readonly object[]) {
  return workloadImages(workloadsSchema.parse({ items }).items);
}

it('finds images in every place that a workload can have them', () => {
  const containers = [{ image: `r/api@${A}` }];
  const template = { spec: { containers, initContainers: [{ image: 'r/init:1' }] } };
  const found = [
    { source: 'eks', reference: `r/api@${A}`, digest: A },
    { source: 'eks', reference: 'r/init:1' },
  ];
  expect(images({ kind: 'Deployment', spec: { template } })).toEqual(found);
  expect(images({ kind: 'CronJob', spec: { jobTemplate: { spec: { template } } } })).toEqual(found);
  expect(images({ kind: 'Pod', spec: template.spec })).toEqual(found);
});

it('names an image once, however many use it', () => {
  const pod = { kind: 'Pod', spec: { containers: [{ image: `r/api@${A}` }] } };
  expect(images(pod, pod)).toHaveLength(1);
});

it('knows from a pod which digest its tag meant, and which was only loaded', () => {
  const status = (imageID: string) => ({ containerStatuses: [{ image: 'r/api:1', imageID }] });
  const pod = (imageID: string) => ({
    kind: 'Pod',
    spec: { containers: [{ image: 'r/api:1' }] },
    status: status(imageID),
  });
  expect(images(pod(`r/api@${B}`))).toContainEqual({ source: 'eks', reference: 'r/api:1', digest: B });
  expect(images(pod(B))).toEqual([{ source: 'eks', reference: 'r/api:1' }]);
});
