import { Command } from 'commander';
import { printReport } from '@slipway/cli';
import type { Shell } from '../../shell.ts';
import { reportFlags } from '../report-flags.ts';
import type { ReportFlags } from '../report-flags.ts';
import { formatAccess } from './format-access.ts';
import { accessFailure, runAccess } from './run-access.ts';

interface Flags extends ReportFlags {
  readonly principal?: string;
  readonly live: boolean;
}

const EXAMPLES = `
Examples:
  registry-report access dev                                who may do what in dev
  registry-report access prod --repository mlops/retail-api --markdown
  registry-report access dev --principal ci --json          what roles with "ci" in their name may do
  registry-report access prod --live                        exit code 1 when a policy in force differs`;

export function accessCommand(shell: Shell): Command {
  return new Command('access')
    .summary('who may pull, push and read what')
    .description(
      'Who may pull from, push to and read which repository of an environment, from the specs that the policies are made of.\n' +
        'Needs no network and no login, unless --live compares with the policies in force.',
    )
    .argument('<environment>', 'such as dev or prod')
    .addOption(reportFlags.repository())
    .option('--principal <text>', 'only principals whose description holds this text')
    .option('--live', 'read the repository policies in force and report where they differ', false)
    .addOption(reportFlags.json())
    .addOption(reportFlags.markdown())
    .addHelpText('after', EXAMPLES)
    .action(async (environment: string, flags: Flags) => {
      const { repository: repositories, principal, live } = flags;
      const options = { environment, repositories, live, ...(principal === undefined ? {} : { principal }) };
      const work = async () => runAccess(options, await shell.world());
      await printReport({ flags, print: shell.print, work, format: formatAccess, verdict: accessFailure });
    });
}
