import { printReport } from '@slipway/cli';
import { Command, InvalidArgumentError, Option } from 'commander';
import { atProfile } from '../../at-profile.ts';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatHistory } from './format-history.ts';
import { runHistory } from './run-history.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly limit?: number;
  readonly json: boolean;
  readonly markdown: boolean;
}

const EXAMPLES = `
Examples:
  image-builder history server --env prod                what was released, by whom, instead of what
  image-builder history server --env prod --limit 5 --markdown >> "$GITHUB_STEP_SUMMARY"
  image-builder history server --env prod --json         full digests, for programs`;

export function historyCommand(shell: Shell): Command {
  return new Command('history')
    .summary('what was released, and when')
    .description('Show the release ledger of a container in an environment, the newest entry first.')
    .argument('<container>', 'whose releases')
    .requiredOption('--env <environment>', 'where, such as prod')
    .addOption(new Option('--limit <count>', 'only the newest entries (default: all)').argParser(count))
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(new Option('--markdown', "print GitHub's Markdown").default(false).conflicts('json'))
    .addHelpText('after', EXAMPLES)
    .action(async (container: string, { env, limit, profile, ...flags }: Flags) => {
      const options = { container, environment: env, ...(limit === undefined ? {} : { limit }) };
      const work = async () => runHistory(options, atProfile(await shell.world(), profile));
      await printReport({ flags, print: shell.print, work, format: formatHistory });
    });
}

function count(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`'${text}' is no count of 1 or more`);
}
