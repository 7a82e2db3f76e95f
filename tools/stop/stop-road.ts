import { execa } from 'execa';
import { API_CONTAINER, TRAINING_CONTAINER } from '../start/container-names.ts';

/**
 * Removes the road's containers and ends what the local cloud started. Data stays, for a quick next start.
 * @returns exit code
 */
export async function stopRoad(): Promise<number> {
  const { stdout, exitCode } = await execa('local-cloud', ['env', '--json'], { preferLocal: true, reject: false });
  if (exitCode === 0) await removeContainers(JSON.parse(stdout) as Record<string, string>);
  const down = await execa('local-cloud', ['down'], { preferLocal: true, stdio: 'inherit', reject: false });
  return down.exitCode ?? 1;
}

/** Without an engine in the environment there is nothing to remove, and docker's complaint tells nobody anything. */
async function removeContainers(environment: Readonly<Record<string, string>>): Promise<void> {
  await execa('docker', ['rm', '--force', API_CONTAINER, TRAINING_CONTAINER], { env: environment, reject: false });
}
