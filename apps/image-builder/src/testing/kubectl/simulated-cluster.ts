import type { Deployment } from 'kubernetes-types/apps/v1.js';
import type { Manifest } from '../../deploy/eks/manifest.ts';

/** What a ReplicaSet holds: one of the revisions of a Deployment. */
export interface Revision {
  number: number;
  readonly template: string;
  readonly image: string;
  isAvailable: boolean;
}

/** What a simulated namespace holds, as JSON can keep it. */
export interface ClusterState {
  /** By kind and name. */
  readonly objects: Record<string, string>;
  /** By name of the Deployment, the current one last. */
  readonly revisions: Record<string, Revision[]>;
}

/** Pods of this image never become ready. */
export const BROKEN_IMAGE = `registry.test/broken@sha256:${'b'.repeat(64)}`;

/** Lines of what applying would change. */
export function differences({ objects }: ClusterState, manifests: readonly Manifest[]): string[] {
  const changed = manifests.filter((manifest) => objects[keyOf(manifest)] !== JSON.stringify(manifest));
  return changed.map((manifest) => `+++ ${keyOf(manifest)}`);
}

export function apply(state: ClusterState, manifests: readonly Manifest[]): void {
  for (const manifest of manifests) {
    state.objects[keyOf(manifest)] = JSON.stringify(manifest);
    if (isDeployment(manifest)) roll(state, manifest);
  }
}

/** Ends the rollout: true when the new pods have become available, and then the old ones are gone. */
export function finish({ revisions }: ClusterState, name: string): boolean {
  const all = revisions[name] ?? [];
  const current = all.at(-1);
  if (current === undefined || current.image === BROKEN_IMAGE) return false;
  for (const revision of all) revision.isAvailable = revision === current;
  return true;
}

/** Makes an earlier revision the current one; it gets a new number (Kubernetes documentation, "Rolling Back a Deployment"). */
export function undo({ objects, revisions }: ClusterState, name: string, number: number): boolean {
  const all = revisions[name] ?? [];
  const wanted = all.find((revision) => revision.number === number);
  if (wanted === undefined) return false;
  makeCurrent(all, wanted);
  const key = `Deployment/${name}`;
  const deployment = JSON.parse(objects[key] ?? '{}') as { spec: { template: unknown } };
  deployment.spec.template = JSON.parse(wanted.template);
  objects[key] = JSON.stringify(deployment);
  return true;
}

/** A template that was there before is the same ReplicaSet again. */
function roll({ revisions }: ClusterState, { metadata, spec }: Deployment): void {
  const template = JSON.stringify(spec?.template);
  const all = (revisions[metadata?.name ?? ''] ??= []);
  const image = spec?.template.spec?.containers[0]?.image ?? '';
  makeCurrent(all, all.find((revision) => revision.template === template) ?? newRevision(template, image));
}

function newRevision(template: string, image: string): Revision {
  return { number: 0, template, image, isAvailable: false };
}

function makeCurrent(all: Revision[], wanted: Revision): void {
  const last = all.at(-1);
  if (wanted === last) return;
  const place = all.indexOf(wanted);
  if (place !== -1) all.splice(place, 1);
  wanted.number = (last?.number ?? 0) + 1;
  all.push(wanted);
}

function isDeployment(manifest: Manifest): manifest is Deployment {
  return manifest.kind === 'Deployment';
}

function keyOf({ kind, metadata }: Manifest): string {
  return `${kind ?? ''}/${metadata?.name ?? ''}`;
}
