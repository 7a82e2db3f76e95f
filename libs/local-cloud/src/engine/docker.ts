import { runCommand } from '../processes/run-command.ts';
import type { CommandOptions, CommandResult } from '../processes/run-command.ts';

/** A Docker engine as its command line reaches it. */
export interface Docker {
  /** Value of DOCKER_HOST. @default the machine's own engine, as the shell has it */
  readonly host?: string | undefined;
}

/** Runs the docker command line against an engine. */
export function docker(
  { host }: Docker,
  words: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const target = host === undefined ? [] : ['--host', host];
  return runCommand(['docker', ...target, ...words], options);
}
