import type { CloudPaths } from './state/cloud-paths.ts';
import type { ComponentName } from './state/cloud-state.ts';
import type { StateFile } from './state/state-file.ts';

/** A local cloud that a command works on. */
export interface Cloud {
  readonly paths: CloudPaths;
  readonly state: StateFile;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
  /** Components that this command started, in order: an interrupted `up` ends them again. */
  readonly started: ComponentName[];
}
