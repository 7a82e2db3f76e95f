import { execa } from 'execa';

/** Runs the docker command; variables reach the container by name, so that none is in the list of processes. */
export type Docker = (words: readonly string[], variables?: Readonly<Record<string, string>>) => Promise<string>;

export function dockerOf(environment: Readonly<Record<string, string>>): Docker {
  return async ([command = '', ...words], variables = {}) => {
    const names = Object.keys(variables).flatMap((name) => ['--env', name]);
    const { stdout } = await execa('docker', [command, ...names, ...words], { env: { ...environment, ...variables } });
    return stdout.trim();
  };
}
