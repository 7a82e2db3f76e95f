import type { DeployedImage } from '@slipway/deployments';
import type { Manifest } from './manifest.ts';

/** Where a Deployment is, and what it would go back to. */
export interface Running {
  /** Image of its first container, as its current revision wants it. */
  readonly image: string;
  /** The current revision, which may not run yet or ever. */
  readonly revision: number;
  /** Whether all pods are of the current revision, and available. */
  readonly isComplete: boolean;
  /** The newest revision that has pods which can be used; undefined where none has. */
  readonly goodRevision: number | undefined;
}

/** How a rollout ended. */
export type RolloutResult = { readonly done: true } | { readonly done: false; readonly reason: string };

/** One namespace of one Kubernetes cluster. Every method throws a Failure `cluster-failed` or `tool-missing` when the cluster can't be asked. */
export interface Cluster {
  /** Undefined where there is no Deployment of this name. */
  current(name: string): Promise<Running | undefined>;
  /** What applying would change, for people; empty when nothing would. */
  diff(manifests: readonly Manifest[]): Promise<string>;
  /** Makes it true; what is there already is changed where it differs. */
  apply(manifests: readonly Manifest[]): Promise<void>;
  /** Waits until a rollout is complete, has failed, or the time is over. */
  waitForRollout(name: string, timeoutSeconds: number): Promise<RolloutResult>;
  /** Takes the pods of a Deployment back to an earlier revision; returns at once. */
  undo(name: string, revision: number): Promise<void>;
  /** Why pods of a Deployment don't run: states of their containers, and warnings of the cluster. */
  problems(name: string): Promise<readonly string[]>;
  /** Images of everything in the namespace, and of earlier revisions that could be gone back to. */
  images(): Promise<readonly DeployedImage[]>;
}
