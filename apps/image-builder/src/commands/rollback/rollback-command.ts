import { printReport } from '@slipway/cli';
import { Command } from 'commander';
import { atProfile } from '../../at-profile.ts';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatRollback } from './format-rollback.ts';
import { runRollback } from './run-rollback.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly to?: string;
  readonly from?: string;
  readonly reason?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const EXAMPLES = `
Examples:
  image-builder rollback server --env prod --dry-run     which release it would go back to
  image-builder rollback server --env prod --reason "errors after 14:00"
  image-builder rollback server --env prod --to sha256:...     an older release; 'history' lists them
  image-builder rollback server --env prod --from sha256:...   once, however often a pipeline runs it`;

export function rollbackCommand(shell: Shell): Command {
  return new Command('rollback')
    .summary('make an earlier release the current one')
    .description(
      'Go back to the release before: the ledger says which, the registry is asked whether it still has it, tags that move go back, and the ledger gets an entry.\n' +
        'A second rollback goes back one more, not forth again. It deploys nothing, and says how to.',
    )
    .argument('<container>', 'what to roll back')
    .requiredOption('--env <environment>', 'where, such as prod')
    .option('--to <digest>', 'this earlier release (default: the one before that was not rolled back from)')
    .option('--from <digest>', 'only from this one: run again, it has nothing to do; after another release it fails')
    .option('--reason <text>', 'goes into the ledger')
    .addOption(sharedFlags.profile())
    .option('--dry-run', 'show what would be done, and change nothing', false)
    .addOption(sharedFlags.json())
    .addHelpText('after', EXAMPLES)
    .action(async (container: string, { env, json, profile, ...flags }: Flags) => {
      const options = { ...flags, container, environment: env };
      const work = async () => runRollback(options, atProfile(await shell.world(), profile));
      await printReport({ flags: { json }, print: shell.print, work, format: formatRollback });
    });
}
