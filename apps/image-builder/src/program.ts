import { Command } from 'commander';
import { buildCommand } from './commands/build/build-command.ts';
import { cleanupCommand } from './commands/cleanup/cleanup-command.ts';
import { costCommand } from './commands/cost/cost-command.ts';
import { describeCommand } from './commands/describe/describe-command.ts';
import { layersCommand } from './commands/layers/layers-command.ts';
import { historyCommand } from './commands/history/history-command.ts';
import { listCommand } from './commands/list/list-command.ts';
import { promoteCommand } from './commands/promote/promote-command.ts';
import { doctorCommand } from './commands/doctor/doctor-command.ts';
import { loginCommand } from './commands/login/login-command.ts';
import { publishCommand } from './commands/publish/publish-command.ts';
import { deployCommand } from './commands/deploy/deploy-command.ts';
import { pushCommand } from './commands/push/push-command.ts';
import { rollbackCommand } from './commands/rollback/rollback-command.ts';
import { runCommand } from './commands/run/run-command.ts';
import { sbomCommand } from './commands/sbom/sbom-command.ts';
import { signCommand } from './commands/sign/sign-command.ts';
import { scanCommand } from './commands/scan/scan-command.ts';
import { verifyCommand } from './commands/verify/verify-command.ts';
import type { Shell } from './shell.ts';

const EXIT_CODES = `
Exit codes: 0 done; 1 the work failed; 2 the command or a configuration is wrong; 3 something outside isn't ready; 4 somebody was first: a tag is
taken, or a plan is stale; 5 a check says no: gate, vulnerabilities, smoke test, differences; 70 a bug; 130 ended by Ctrl-C.`;

/** The command line. It throws a CommanderError for wrong flags and a Failure for what went wrong. */
export function createProgram(shell: Shell): Command {
  const program = new Command('image-builder')
    .description('Takes container images from a commit to a running digest in Amazon ECR, and back.')
    .addCommand(buildCommand(shell))
    .addCommand(pushCommand(shell))
    .addCommand(deployCommand(shell))
    .addCommand(publishCommand(shell))
    .addCommand(promoteCommand(shell))
    .addCommand(rollbackCommand(shell))
    .addCommand(historyCommand(shell))
    .addCommand(runCommand(shell))
    .addCommand(sbomCommand(shell))
    .addCommand(signCommand(shell))
    .addCommand(scanCommand(shell))
    .addCommand(loginCommand(shell))
    .addCommand(doctorCommand(shell))
    .addCommand(cleanupCommand(shell))
    .addCommand(costCommand(shell))
    .addCommand(describeCommand(shell))
    .addCommand(layersCommand(shell))
    .addCommand(listCommand(shell))
    .addCommand(verifyCommand(shell));
  program.addHelpText('after', EXIT_CODES);
  for (const command of [program, ...program.commands])
    command.exitOverride().showHelpAfterError("'--help' lists the flags");
  return program;
}
