import { Command } from 'commander';
import { printReport } from '@slipway/cli';
import { atProfile } from '../../at-profile.ts';
import type { Shell } from '../../shell.ts';
import { imageFlags } from '../image-flags.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatSbom } from './format-sbom.ts';
import { runSbom } from './run-sbom.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly recordDir: string;
}

const EXAMPLES = `
Examples:
  image-builder sbom server --env dev                       what was pushed last from here
  image-builder sbom server --env prod --tag v20260301-0123456789ab
  image-builder sbom server --env dev --dry-run --json | jq '.images[0].document' > sbom.json`;

export function sbomCommand(shell: Shell): Command {
  return new Command('sbom')
    .summary('attach to an image what it is made of')
    .description(
      'Write down in CycloneDX which packages an image holds, from its layers in the registry, and attach it to the image.\n' +
        'The image itself is not changed. An SBOM that is there already is not attached again.\n' +
        'Of an index, each image gets its own.',
    )
    .argument('<container>', 'whose image')
    .requiredOption('--env <environment>', 'in whose registry')
    .addOption(imageFlags.tag())
    .addOption(imageFlags.digest())
    .option('--dry-run', 'attach nothing', false)
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(sharedFlags.recordDir())
    .addHelpText('after', EXAMPLES)
    .action(async (container: string, flags: Flags) => {
      const { env: environment, tag, digest, dryRun, recordDir } = flags;
      const reference = digest ?? tag;
      const options = { container, environment, dryRun, recordDir, ...(reference === undefined ? {} : { reference }) };
      const work = async () => runSbom(options, atProfile(await shell.world(), flags.profile));
      await printReport({ flags, print: shell.print, work, format: formatSbom });
    });
}
