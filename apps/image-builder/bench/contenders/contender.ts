import type { Time } from '../timed.ts';

/** Where a contender pushes to. */
export interface Target {
  /** Host and port of the registry. */
  readonly host: string;
  /** Leads AWS's SDK to a control plane that knows the registry. */
  readonly variables: Readonly<Record<string, string>>;
  /** Folder of a Docker configuration that is logged in. */
  readonly dockerConfig: string;
}

export type Container = 'server' | 'training';

/** Builds containers and pushes them, in one way or another. */
export interface Contender {
  readonly name: string;
  readonly build: (container: Container) => Promise<Time>;
  readonly push: (container: Container, target: Target) => Promise<Time>;
}
