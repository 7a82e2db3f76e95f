import { printReport } from '@slipway/cli';
import { Command, Option } from 'commander';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatDoctor } from './format-doctor.ts';
import { doctorFailure, runDoctor } from './run-doctor.ts';

interface Flags {
  readonly env?: string;
  readonly json: boolean;
  readonly markdown?: boolean;
}

const EXAMPLES = `
Examples:
  image-builder doctor                          this machine: Node.js, engine, git
  image-builder doctor --env dev                and the account, login, clock and state bucket of dev
  image-builder doctor server --env dev --json  and the repository of server and its policy`;

export function doctorCommand(shell: Shell): Command {
  return new Command('doctor')
    .summary('say what is not ready, and how to mend it')
    .description(
      'Look at what the commands need, each by itself, and change nothing. Exit code 5 when something fails.',
    )
    .argument('[container]', 'whose repository is looked at, too; needs --env')
    .option('--env <environment>', 'such as dev or prod')
    .addOption(sharedFlags.json().conflicts('markdown'))
    .addOption(new Option('--markdown', 'print Markdown'))
    .addHelpText('after', EXAMPLES)
    .action(async (container: string | undefined, flags: Flags) => {
      const work = async () => runDoctor({ environment: flags.env, container }, await shell.world());
      await printReport({ flags, print: shell.print, work, format: formatDoctor, verdict: doctorFailure });
    });
}
