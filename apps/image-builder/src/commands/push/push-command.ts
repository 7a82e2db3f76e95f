import { Command } from 'commander';
import { atProfile } from '../../at-profile.ts';
import type { Shell } from '../../shell.ts';
import { printRecords } from '../print-records.ts';
import { sharedFlags } from '../shared-flags.ts';
import { runPush } from './run-push.ts';
import type { PushOptions } from './run-push.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly cacheFrom: readonly string[];
  readonly cacheTo?: string;
  readonly json: boolean;
  readonly recordDir: string;
  readonly buildArg: PushOptions['buildArgs'];
}

export function pushCommand(shell: Shell): Command {
  return new Command('push')
    .summary("make an environment's registry hold the images")
    .description(
      "Make an environment's registry hold the images under their tags. What is there already is not sent again.",
    )
    .argument('<container...>', 'what to push; built first where needed')
    .requiredOption('--env <environment>', 'where to push, such as dev or prod')
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(sharedFlags.buildArg())
    .addOption(sharedFlags.cacheFrom())
    .addOption(sharedFlags.cacheTo())
    .addOption(sharedFlags.recordDir())
    .action(async (containers: readonly string[], flags: Flags) => {
      const { json, env: environment, buildArg: buildArgs, recordDir, profile, cacheFrom: from, cacheTo: to } = flags;
      const options = { containers, environment, buildArgs, recordDir, cache: { from, to } };
      const work = async () => runPush(options, atProfile(await shell.world(), profile));
      await printRecords({ json, shell, work });
    });
}
