import type { Cloud } from './cloud.ts';
import { cloudPaths } from './state/cloud-paths.ts';
import { StateFile } from './state/state-file.ts';

/** The cloud whose state is in the folder `root`, whether it's up or not. */
export function openCloud(root: string, signal: AbortSignal = new AbortController().signal): Cloud {
  const paths = cloudPaths(root);
  return { paths, state: new StateFile(paths.stateFile), signal, started: [] };
}
