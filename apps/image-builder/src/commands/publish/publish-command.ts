import { Command, InvalidArgumentError, Option } from 'commander';
import { atProfile } from '../../at-profile.ts';
import { printReport } from '@slipway/cli';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatPublish } from './format-publish.ts';
import { runPublish } from './run-publish.ts';
import type { PublishOptions } from './run-publish.ts';
import { worstFailure } from './worst-failure.ts';

interface Flags extends Pick<PublishOptions, 'all' | 'base' | 'concurrency' | 'dryRun' | 'ledger' | 'recordDir'> {
  readonly env: string;
  readonly profile?: string;
  readonly affected: boolean;
  readonly cacheFrom: readonly string[];
  readonly cacheTo?: string;
  readonly json: boolean;
  readonly buildArg: PublishOptions['buildArgs'];
}

const EXAMPLES = `
Examples:
  image-builder publish --env dev                       build and push what changed since Nx's base
  image-builder publish --env dev --base origin/main    since that commit
  image-builder publish --env dev --all --dry-run       what would be pushed, of everything
  image-builder publish server --env prod --json        one container, as JSON`;

export function publishCommand(shell: Shell): Command {
  return new Command('publish')
    .summary('build and push what changed')
    .description(
      'Build and push containers: those named, or all, or the ones that changes affect, which Nx tells. One is pushed while\n' +
        'the next is built. One that fails stops no other; the exit code is that of the worst. What the registry holds\n' +
        'already is not sent again. The ledger of the environment gets an entry for each image that it lacks.',
    )
    .argument('[container...]', 'what to publish', [])
    .requiredOption('--env <environment>', 'where to push, such as dev or prod')
    .addOption(new Option('--affected', 'what changes affect; so without names, too').default(false).conflicts('all'))
    .option('--all', 'every container', false)
    .addOption(
      new Option('--base <commit>', "what is affected since this commit, instead of Nx's base").conflicts('all'),
    )
    .option('--concurrency <number>', 'images built at a time; as many are pushed beside them', atLeastOne, 1)
    .option('--dry-run', 'say what would be done; only reads the registry and pulls base images', false)
    .option('--no-ledger', 'write no entry into the ledger of the environment')
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(sharedFlags.buildArg())
    .addOption(sharedFlags.cacheFrom())
    .addOption(sharedFlags.cacheTo())
    .addOption(sharedFlags.recordDir())
    .addHelpText('after', EXAMPLES)
    .action(async (containers: readonly string[], flags: Flags, command: Command) => {
      if (containers.length > 0 && (flags.affected || flags.all || flags.base !== undefined))
        command.error(
          `error: name containers ('${containers.join(' ')}') or use --affected, --base or --all, not both`,
        );
      const { env: environment, buildArg: buildArgs, json, profile, cacheFrom: from, cacheTo: to, ...rest } = flags;
      const options = { ...rest, containers, environment, buildArgs, cache: { from, to } };
      const work = async () => runPublish(options, atProfile(await shell.world(), profile));
      await printReport({ flags: { json }, print: shell.print, work, format: formatPublish, verdict: worstFailure });
    });
}

function atLeastOne(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`'${text}' is not a number from 1 to 999`);
}
