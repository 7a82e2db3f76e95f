import { Command, InvalidArgumentError, Option } from 'commander';
import { printReport } from '@slipway/cli';
import type { Format } from '@slipway/cli';
import { atProfile } from '../../at-profile.ts';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatCost } from './format-cost.ts';
import { runCost } from './run-cost.ts';

interface Flags extends Format {
  readonly env: string;
  readonly profile?: string;
  readonly repository: readonly string[];
  readonly seats: number;
  readonly transferOut?: number;
}

const EXAMPLES = `
Examples:
  image-builder cost --env prod                                   what is stored, what the lifecycle saves, what others take
  image-builder cost --env dev --repository mlops/retail-api --json
  image-builder cost --env prod --transfer-out 200 --seats 8 --markdown`;

export function costCommand(shell: Shell): Command {
  return new Command('cost')
    .summary("say what an environment's images cost")
    .description(
      "Say what an environment's images cost a month, with layers that images share counted once, from the registry as it is.",
    )
    .requiredOption('--env <environment>', 'whose registries, such as dev or prod')
    .addOption(
      new Option('--repository <name>', 'only this repository and its replicas, may be repeated')
        .default([], 'all of them')
        .argParser((name: string, before: readonly string[]) => [...before, name]),
    )
    .addOption(
      new Option('--transfer-out <GB>', 'also what so much data a month to the internet costs').argParser(amount),
    )
    .addOption(
      new Option('--seats <n>', 'people who would need an account elsewhere').default(1).argParser(wholeNumber),
    )
    .addOption(sharedFlags.profile())
    .addOption(
      new Option('--json', 'print one JSON document on standard output, and nothing else there').conflicts('markdown'),
    )
    .option('--markdown', "print GitHub's Markdown, for pull requests and step summaries")
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Flags) => {
      const { env: environment, repository: repositories, seats, transferOut } = flags;
      const options = { environment, repositories, seats, ...(transferOut === undefined ? {} : { transferOut }) };
      const work = async () => runCost(options, atProfile(await shell.world(), flags.profile));
      await printReport({ flags, print: shell.print, work, format: formatCost });
    });
}

function amount(text: string): number {
  if (/^\d{1,9}(?:\.\d{1,3})?$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`'${text}' is no amount of GB, such as 200 or 0.5`);
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`'${text}' is no whole number from 1 to 999999`);
}
