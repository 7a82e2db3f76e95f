import { printReport } from '@slipway/cli';
import { Command, Option } from 'commander';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatLogin } from './format-login.ts';
import { readPassword, runLogin } from './run-login.ts';

interface Flags {
  readonly region?: string;
  readonly dryRun: boolean;
  readonly print: boolean;
  readonly json: boolean;
}

const EXAMPLES = `
Examples:
  image-builder login dev                     every registry of dev
  image-builder login prod --region eu-west-1 --dry-run
  image-builder login dev --region us-east-1 --print | docker login --username AWS --password-stdin <registry>`;

export function loginCommand(shell: Shell): Command {
  return new Command('login')
    .summary('log Docker in to the registries of an environment')
    .description(
      "Log Docker in to every registry of an environment, by the credential helper of Docker's configuration or in its config.json.\n" +
        'A login ends after 12 hours. Credentials of another account are refused.',
    )
    .argument('<environment>', 'such as dev or prod')
    .option('--region <region>', 'only the registry of this region')
    .option('--dry-run', 'say where logins would be kept, and keep none', false)
    .addOption(
      new Option('--print', 'print the password of one registry and nothing else, and keep nothing')
        .default(false)
        .conflicts(['json', 'dryRun']),
    )
    .addOption(sharedFlags.json())
    .addHelpText('after', EXAMPLES)
    .action(async (environment: string, flags: Flags) => {
      const { region, dryRun, print } = flags;
      const options = { environment, region, dryRun };
      if (print) {
        shell.print(`${await readPassword(options, await shell.world())}\n`);
        return;
      }
      const work = async () => runLogin(options, await shell.world());
      await printReport({ flags, print: shell.print, work, format: formatLogin });
    });
}
