import type { Deployment } from 'kubernetes-types/apps/v1.js';
import type { DeployedImage } from '@slipway/deployments';
import { digestIn } from '@slipway/images';
import type { Cluster, RolloutResult, Running } from './cluster.ts';
import type { Manifest } from './manifest.ts';

/** A cluster for tests. A rollout is complete as soon as somebody waits for it, unless its image is broken. */
export class MemoryCluster implements Cluster {
  /** Images whose pods never become ready. */
  readonly broken = new Set<string>();
  applied: readonly Manifest[] = [];
  readonly undone: number[] = [];
  applies = 0;
  /** Images by revision, from 1. */
  readonly #revisions: string[] = [];
  #isComplete = false;
  #good: number | undefined;

  /** @param name without one it is what runs, whatever its name */
  current(name = this.#name): Promise<Running | undefined> {
    const image = this.#revisions.at(-1);
    if (image === undefined || name !== this.#name) return Promise.resolve(undefined);
    const state = { revision: this.#revisions.length, isComplete: this.#isComplete, goodRevision: this.#good };
    return Promise.resolve({ image, ...state });
  }

  diff(manifests: readonly Manifest[]): Promise<string> {
    const isSame = JSON.stringify(this.#wanted(manifests)) === JSON.stringify(this.#wanted(this.applied));
    return Promise.resolve(isSame && imageOf(manifests) === this.#revisions.at(-1) ? '' : '+ changed');
  }

  apply(manifests: readonly Manifest[]): Promise<void> {
    this.applied = manifests;
    this.applies += 1;
    this.#roll(imageOf(manifests));
    return Promise.resolve();
  }

  waitForRollout(): Promise<RolloutResult> {
    if (this.broken.has(this.#revisions.at(-1) ?? '')) {
      return Promise.resolve({ done: false, reason: 'deployment "shop-api" exceeded its progress deadline' });
    }
    this.#isComplete = true;
    this.#good = this.#revisions.length;
    return Promise.resolve({ done: true });
  }

  undo(_name: string, revision: number): Promise<void> {
    this.undone.push(revision);
    this.#roll(this.#revisions[revision - 1] ?? '');
    return Promise.resolve();
  }

  problems(): Promise<readonly string[]> {
    return Promise.resolve(['shop-api-1/api: CrashLoopBackOff: back-off 10s']);
  }

  images(): Promise<readonly DeployedImage[]> {
    const images = this.#revisions.map((reference) => ({ reference, digest: digestIn(reference) }));
    return Promise.resolve(
      images.map(({ reference, digest }) => ({
        source: 'eks',
        reference,
        ...(digest === undefined ? {} : { digest }),
      })),
    );
  }

  get #name(): string {
    return deploymentOf(this.applied)?.metadata?.name ?? '';
  }

  #roll(image: string): void {
    if (image === this.#revisions.at(-1)) return;
    this.#revisions.push(image);
    this.#isComplete = false;
  }

  /** All but the Deployment, whose image `undo` changes. */
  #wanted(manifests: readonly Manifest[]): readonly Manifest[] {
    return manifests.filter(({ kind }) => kind !== 'Deployment');
  }
}

function imageOf(manifests: readonly Manifest[]): string {
  return deploymentOf(manifests)?.spec?.template.spec?.containers[0]?.image ?? '';
}

function deploymentOf(manifests: readonly Manifest[]): Deployment | undefined {
  return manifests.find((manifest): manifest is Deployment => manifest.kind === 'Deployment');
}
