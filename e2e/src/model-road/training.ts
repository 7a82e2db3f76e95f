import type { Finished } from '../workspace.ts';
import { tryDocker, type Variables } from './docker.ts';

/** Nothing can be written but /tmp and the folder of the model, a volume that goes with the container. */
const CONFINED = ['--read-only', '--tmpfs', '/tmp', '--volume', '/opt/ml/model', '--cap-drop', 'ALL'];

export interface TrainingRun {
  readonly image: string;
  readonly variables: Variables;
  /** Words after the name of the image. */
  readonly command: readonly string[];
}

/** Runs the training container to its end. */
export async function runTraining(environment: Variables, run: TrainingRun): Promise<Finished> {
  const args = ['run', '--rm', '--network', 'host', ...CONFINED, run.image, ...run.command];
  return await tryDocker(environment, { args, variables: run.variables });
}
