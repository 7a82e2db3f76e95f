import { printReport } from '@slipway/cli';
import { Command } from 'commander';
import { atProfile } from '../../at-profile.ts';
import { imageFlags } from '../../layers/image-flags.ts';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatList } from './format-list.ts';
import { runList } from './run-list.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly all: boolean;
  readonly json: boolean;
  readonly markdown?: true;
}

const EXAMPLES = `
Examples:
  image-builder list --env dev                 every container
  image-builder list server --env prod --all   images without a tag, too
  image-builder list server --env prod --json`;

export function listCommand(shell: Shell): Command {
  return new Command('list')
    .summary('which images the registry holds')
    .description(
      "Which images the containers' repositories hold, the newest first: tags, age, size, last pull, and what was released.\n" +
        'The images of an index and what is attached to an image, such as its SBOM, are counted with it.',
    )
    .argument('[container...]', 'whose images; all when none is named')
    .addOption(imageFlags.env())
    .option('--all', 'list images without a tag, too', false)
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(imageFlags.markdown())
    .addHelpText('after', EXAMPLES)
    .action(async (containers: readonly string[], { env, all, profile, ...format }: Flags) => {
      const options = { containers, environment: env, all };
      const work = async () => runList(options, atProfile(await shell.world(), profile));
      await printReport({ flags: format, print: shell.print, work, format: formatList });
    });
}
