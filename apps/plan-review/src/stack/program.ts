import { Command } from 'commander';
import { deployCommand } from './commands/deploy/deploy-command.ts';
import { driftCommand } from './commands/drift/drift-command.ts';
import { planCommand } from './commands/plan/plan-command.ts';
import type { Shell } from './shell.ts';

const EXIT_CODES = `
Exit codes: 0 done, nothing blocks, no drift; 2 the command or the checkout is wrong, or there is no saved plan; 3 Terraform or AWS
failed; 4 the saved plan is stale, or another one; 5 the plan is blocked, or there is drift; 130 ended by Ctrl-C.`;

/** The command line. It throws a CommanderError for wrong flags and a Failure for what went wrong or was found. */
export function createProgram(shell: Shell): Command {
  const program = new Command('stack')
    .description(
      'Plans environments, applies exactly the plan that was reviewed, and finds what was changed outside of Terraform.',
    )
    .exitOverride()
    .addHelpText('after', EXIT_CODES);
  for (const command of [planCommand(shell), deployCommand(shell), driftCommand(shell)]) {
    program.addCommand(command.copyInheritedSettings(program).showHelpAfterError("'--help' lists the flags"));
  }
  return program;
}
