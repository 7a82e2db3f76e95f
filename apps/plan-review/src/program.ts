import type { Command } from 'commander';
import { reviewCommand } from './commands/review/review-command.ts';
import type { Shell } from './shell.ts';

/** The command line. It throws a CommanderError for wrong flags and a Failure for what went wrong or was found. */
export function createProgram(shell: Shell): Command {
  return reviewCommand(shell).exitOverride().showHelpAfterError("'--help' lists the flags");
}
