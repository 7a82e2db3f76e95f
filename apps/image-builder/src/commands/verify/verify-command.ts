import { printReport } from '@slipway/cli';
import { Command, InvalidArgumentError } from 'commander';
import { atProfile } from '../../at-profile.ts';
import { imageFlags } from '../../layers/image-flags.ts';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatVerify } from './format-verify.ts';
import { runVerify, verifyFailure } from './run-verify.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly wait: number;
  readonly recordDir: string;
  readonly json: boolean;
  readonly markdown?: true;
}

const EXAMPLES = `
Examples:
  image-builder verify --env prod                   every container; exit code 5 when anything differs
  image-builder verify server --env prod --wait 30  gives replicas half an hour
  image-builder verify --env prod --markdown        for a step summary`;

export function verifyCommand(shell: Shell): Command {
  return new Command('verify')
    .summary('whether every region holds what was released')
    .description(
      'Whether the registry holds what the ledger and the record of the last push say, in the region of the repository and\n' +
        'in every region that it is replicated to: digest, tags that stay, labels, platforms, and what refers to the image.',
    )
    .argument('[container...]', 'whose images; all when none is named')
    .addOption(imageFlags.env())
    .option('--wait <minutes>', 'how long replicas may take to follow', minutes, 0)
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.recordDir())
    .addOption(sharedFlags.json())
    .addOption(imageFlags.markdown())
    .addHelpText('after', EXAMPLES)
    .action(async (containers: readonly string[], { env, wait, recordDir, profile, ...format }: Flags) => {
      const options = { containers, environment: env, waitMinutes: wait, recordDir };
      const work = async () => runVerify(options, atProfile(await shell.world(), profile));
      await printReport({ flags: format, print: shell.print, work, format: formatVerify, verdict: verifyFailure });
    });
}

function minutes(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`'${text}' is not a number of minutes`);
}
