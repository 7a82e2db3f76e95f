import { execa } from 'execa';
import type { Finished } from '../workspace.ts';

export type Variables = Readonly<Record<string, string>>;

export interface DockerCommand {
  readonly args: readonly string[];
  /** Variables of the container of a `run` or `create`: by name on the command line, where processes are listed. */
  readonly variables?: Variables;
}

/** Runs the docker client at the engine that `environment` names; a failure is a result, not an exception. */
export async function tryDocker(environment: Variables, { args, variables = {} }: DockerCommand): Promise<Finished> {
  const [subcommand = '', ...others] = args;
  const names = Object.keys(variables).flatMap((name) => ['--env', name]);
  const env = { ...environment, ...variables };
  const options = { env, stdin: 'ignore', all: true, reject: false } as const;
  const { exitCode, stdout, all } = await execa('docker', [subcommand, ...names, ...others], options);
  return { exitCode, stdout, all };
}

/** The same; what fails is thrown with all that was printed. */
export async function docker(environment: Variables, command: DockerCommand): Promise<Finished> {
  const finished = await tryDocker(environment, command);
  if (finished.exitCode !== 0) throw new Error(`docker ${command.args.join(' ')}\n${finished.all}`);
  return finished;
}
