import { CommanderError } from 'commander';
import type { Command } from 'commander';

/** What a command line says against its arguments; `undefined` when it would do what they ask. Nothing is done. */
export async function commanderProblem(program: Command, args: readonly string[]): Promise<string | undefined> {
  disarm(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? undefined : error.message.replace(/^error: /, '');
  }
}

function disarm(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
  command.commands.forEach(disarm);
  if (command.commands.length === 0) command.action(() => undefined);
}
