import { printReport } from '@slipway/cli';
import { Command, Option } from 'commander';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatPromote } from './format-promote.ts';
import { GATES } from './gates/gate.ts';
import type { GateName } from './gates/gate.ts';
import { promoteFailure } from './promote-report.ts';
import { runPromote } from './run-promote.ts';
import type { PromoteOptions } from './run-promote.ts';

type Flags = Omit<PromoteOptions, 'containers' | 'overrides'> & {
  readonly override?: readonly GateName[];
  readonly json: boolean;
};

const EXAMPLES = `
Examples:
  image-builder promote server --from dev --to prod --dry-run       what would be copied, and what the gates say
  image-builder promote server training --from dev --to prod        what is released in dev
  image-builder promote server --from dev --to prod --tag v20260301-0123456789ab
  image-builder promote server --from dev --to prod --from-profile acme-dev --to-profile acme-prod
  image-builder promote server --from dev --to prod --override age --reason "no change since, incident 42"`;

export function promoteCommand(shell: Shell): Command {
  const command = new Command('promote')
    .summary('release the image of one environment in the next')
    .description(
      "Copy the image that one environment tested into the registry of the next, with the same digest and its tags that don't move, and write it to the ledger.\n" +
        'Gates of image.json are asked first: tested (its test is in the ledger), scanned (its scan in --from is good enough for --to), age (promote.maxAgeDays, 30 by default), not-reverted (--to was not rolled back from it).',
    )
    .argument('<container...>', 'what to promote')
    .requiredOption('--from <environment>', 'where the image is, such as dev')
    .requiredOption('--to <environment>', 'where it goes, such as prod')
    .addOption(new Option('--digest <digest>', 'this image (default: the released one)').conflicts('tag'))
    .option('--tag <tag>', 'the image under this tag of --from')
    .option('--from-profile <profile>', 'AWS profile for --from (default: the credentials of the process)')
    .option('--to-profile <profile>', 'AWS profile for --to (default: the credentials of the process)')
    .addOption(overrideFlag())
    .option('--reason <text>', 'why a gate is overridden; goes into the ledger')
    .option('--dry-run', 'show what would be done, and change nothing', false)
    .addOption(sharedFlags.json())
    .addHelpText('after', EXAMPLES);
  return command.action(async (containers: readonly string[], { override = [], json, ...flags }: Flags) => {
    if (override.length > 0 && (flags.reason ?? '').trim() === '')
      command.error("error: '--override' needs '--reason <text>'");
    const options = { ...flags, containers, overrides: override };
    const work = async () => runPromote(options, await shell.world());
    await printReport({ flags: { json }, print: shell.print, work, format: formatPromote, verdict: promoteFailure });
  });
}

function overrideFlag(): Option {
  return new Option('--override <gate...>', 'let an image pass a closed gate; needs --reason').choices(GATES);
}
