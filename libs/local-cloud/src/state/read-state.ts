import { cloudPaths } from './cloud-paths.ts';
import type { CloudState } from './cloud-state.ts';
import { StateFile } from './state-file.ts';

/** The state of the cloud in the folder `root`; nothing when it was never up. @throws CloudError when it can't be understood. */
export function readState(root: string): Promise<CloudState | undefined> {
  return new StateFile(cloudPaths(root).stateFile).read();
}
