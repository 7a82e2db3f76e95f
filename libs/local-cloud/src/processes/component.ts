import type { ComponentName } from '../state/cloud-state.ts';

/** A process of the cloud: how to start it and how to see that it works. */
export interface Component {
  readonly name: ComponentName;
  readonly command: string;
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** What else it was started with: when this, the command or the arguments change, it's restarted. */
  readonly settings?: unknown;
  /** Whether it answers. A failed connection counts as no. */
  readonly answers: () => Promise<boolean>;
  /** Seconds that it may take to answer. */
  readonly readyWithin: number;
}
