import { Command } from 'commander';
import { accessCommand } from './commands/access/access-command.ts';
import { lifecyclePreviewCommand } from './commands/lifecycle-preview/lifecycle-preview-command.ts';
import type { Shell } from './shell.ts';

const EXIT_CODES = `
Exit codes: 0 done; 1 the report shows what --live or --fail-on asks for; 2 the command is wrong; 3 AWS isn't ready;
130 ended by Ctrl-C.`;

/** The command line. It throws a CommanderError for wrong flags and a Failure for what went wrong. */
export function createProgram(shell: Shell): Command {
  const program = new Command('registry-report')
    .description('Reports on the registries of an environment. It only reads.')
    .addCommand(accessCommand(shell))
    .addCommand(lifecyclePreviewCommand(shell))
    .addHelpText('after', EXIT_CODES);
  for (const command of [program, ...program.commands])
    command.exitOverride().showHelpAfterError("'--help' lists the flags");
  return program;
}
