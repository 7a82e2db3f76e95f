import { printReport } from '@slipway/cli';
import { Command } from 'commander';
import { atProfile } from '../../at-profile.ts';
import { imageFlags } from '../../layers/image-flags.ts';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatDescribe } from './format-describe.ts';
import { runDescribe } from './run-describe.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly platform?: string;
  readonly json: boolean;
  readonly markdown?: true;
}

const EXAMPLES = `
Examples:
  image-builder describe server --env prod                    the image that was released last
  image-builder describe server --env dev --tag dev-latest
  image-builder describe server --env dev --tag dev-latest --platform linux/arm64 --json`;

export function describeCommand(shell: Shell): Command {
  return new Command('describe')
    .summary('what one image is: labels, config, layers, signatures')
    .description(
      'What one image in the registry is: digest, tags, labels, how it is started, layers, and what refers to it.\n' +
        'Without --tag and --digest: the image that was released last, else the newest one with a tag.',
    )
    .argument('<container>', 'whose image')
    .addOption(imageFlags.env())
    .addOption(imageFlags.tag())
    .addOption(imageFlags.digest())
    .addOption(imageFlags.platform())
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(imageFlags.markdown())
    .addHelpText('after', EXAMPLES)
    .action(async (container: string, { env, tag, digest, platform, profile, ...format }: Flags) => {
      const options = { container, environment: env, reference: tag ?? digest, platform };
      const work = async () => runDescribe(options, atProfile(await shell.world(), profile));
      await printReport({ flags: format, print: shell.print, work, format: formatDescribe });
    });
}
