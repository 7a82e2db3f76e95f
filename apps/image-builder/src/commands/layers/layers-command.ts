import { printReport } from '@slipway/cli';
import { Command } from 'commander';
import { atProfile } from '../../at-profile.ts';
import { imageFlags } from '../../layers/image-flags.ts';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatLayersReport } from './format-layers-report.ts';
import { runLayers } from './run-layers.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly compare?: string;
  readonly platform?: string;
  readonly json: boolean;
  readonly markdown?: true;
}

const EXAMPLES = `
Examples:
  image-builder layers server --env prod                                  sizes by line of the Dockerfile
  image-builder layers server --env dev --tag dev-1a2b --compare dev-3c4d   what a host pulls to go from one to the other
  image-builder layers server --env dev --tag dev-latest --platform linux/arm64 --json`;

export function layersCommand(shell: Shell): Command {
  return new Command('layers')
    .summary('what makes an image large, and what two images share')
    .description(
      'The layers of one image in the registry, each with its size and the line that made it; or what two images share.\n' +
        'Without --tag and --digest: the image that was released last, else the newest one with a tag. Sizes are compressed.',
    )
    .argument('<container>', 'whose image')
    .addOption(imageFlags.env())
    .addOption(imageFlags.tag())
    .addOption(imageFlags.digest())
    .addOption(imageFlags.compare())
    .addOption(imageFlags.platform())
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(imageFlags.markdown())
    .addHelpText('after', EXAMPLES)
    .action(async (container: string, { env, tag, digest, compare, platform, profile, ...format }: Flags) => {
      const options = { container, environment: env, reference: tag ?? digest, compare, platform };
      const work = async () => runLayers(options, atProfile(await shell.world(), profile));
      await printReport({ flags: format, print: shell.print, work, format: formatLayersReport });
    });
}
