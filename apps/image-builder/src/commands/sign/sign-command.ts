import { Command } from 'commander';
import { printReport } from '@slipway/cli';
import { atProfile } from '../../at-profile.ts';
import type { Shell } from '../../shell.ts';
import { imageFlags } from '../image-flags.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatSign } from './format-sign.ts';
import { runSign } from './run-sign.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly key?: string;
  readonly publicLog: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly recordDir: string;
}

const EXAMPLES = `
Examples:
  image-builder sign server --env prod --key awskms:///alias/release
  COSIGN_PRIVATE_KEY="$(cat cosign.key)" image-builder sign server --env dev

Needs the command cosign, version 3. COSIGN_PASSWORD holds the password of a key in a variable.`;

export function signCommand(shell: Shell): Command {
  return new Command('sign')
    .summary('sign an image by cosign')
    .description('Sign the image of an environment by its digest, with the command cosign.')
    .argument('<container>', 'whose image')
    .requiredOption('--env <environment>', 'in whose registry')
    .addOption(imageFlags.tag())
    .addOption(imageFlags.digest())
    .option('--key <reference>', 'where the key is (default: the variable COSIGN_PRIVATE_KEY)')
    .option('--public-log', "put the signature, with the image's name, into the public transparency log", false)
    .option('--dry-run', 'say what would be signed, and sign nothing', false)
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(sharedFlags.recordDir())
    .addHelpText('after', EXAMPLES)
    .action(async (container: string, flags: Flags) => {
      const { env: environment, tag, digest, key, publicLog, dryRun, recordDir } = flags;
      const reference = digest ?? tag;
      const options = {
        container,
        environment,
        publicLog,
        dryRun,
        recordDir,
        ...(reference === undefined ? {} : { reference }),
        ...(key === undefined ? {} : { key }),
      };
      const work = async () => runSign(options, atProfile(await shell.world(), flags.profile));
      await printReport({ flags, print: shell.print, work, format: formatSign });
    });
}
