import { Command } from 'commander';
import { printReport } from '@slipway/cli';
import type { Shell } from '../../shell.ts';
import { formatDeployment } from './format-deployment.ts';
import { runDeploy } from './run-deploy.ts';
import type { DeployOptions } from './run-deploy.ts';

interface Flags extends DeployOptions {
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  stack deploy prod             apply the plan that 'stack plan prod' saved, and nothing else
  stack deploy prod --dry-run   check that it could be applied now`;

export function deployCommand(shell: Shell): Command {
  return new Command('deploy')
    .summary('apply the plan that was reviewed')
    .description(
      'Applies the plan in dist/plans/<environment>, if it is the file that was reviewed, of this commit, of what the specs are\n' +
        'synthesized to now and of the present state, and if its verdict is not blocked. The plan is then moved to dist/plans/applied.',
    )
    .argument('<environment>', 'such as dev or prod')
    .option('--overrides <file>', 'JSON: { "overrides": [{ "rule", "resource", "reason", "expires" }] }')
    .option(
      '--live',
      'ask the registries which images are at stake, and services and the ledger which of them run or are released',
    )
    .option('--dry-run', 'check everything, and apply nothing')
    .option('--json', 'the deployment as JSON')
    .addHelpText('after', EXAMPLES)
    .action((environment: string, flags: Flags) => act(shell, environment, flags));
}

async function act(shell: Shell, environment: string, flags: Flags): Promise<void> {
  const world = await shell.world();
  await printReport({
    flags,
    print: shell.print,
    work: () => runDeploy(environment, flags, world),
    format: formatDeployment,
  });
}
