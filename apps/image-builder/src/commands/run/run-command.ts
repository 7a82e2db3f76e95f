import { Command, InvalidArgumentError, Option } from 'commander';
import { printReport } from '@slipway/cli';
import { atProfile } from '../../at-profile.ts';
import type { Shell } from '../../shell.ts';
import { imageFlags } from '../image-flags.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatSmokeTest } from './format-smoke-test.ts';
import { runRun } from './run-run.ts';
import { smokeTestFailure } from './smoke-report.ts';

interface Flags {
  readonly env?: string;
  readonly profile?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly port?: number;
  readonly keep: boolean;
  readonly json: boolean;
  readonly recordDir: string;
}

const LARGEST_PORT = 65_535;

const EXAMPLES = `
Examples:
  image-builder run server                          try the image that was built last
  image-builder run server --port 8000 --keep       and leave it running
  image-builder run server --env dev --tag dev-latest --json

What is tried stands in the section "smokeTest" of image.json beside the Dockerfile.`;

export function runCommand(shell: Shell): Command {
  return new Command('run')
    .summary('run an image on this machine and try whether it works')
    .description(
      'Run an image on this machine as a hardened pod would, and try whether it works. Exit code 5 when a step fails.\n' +
        'With --env, the image comes from the registry, and its passing is written into the ledger of the environment.',
    )
    .argument('<container>', 'what to run')
    .option('--env <environment>', 'take the image from the registry of this environment')
    .addOption(imageFlags.tag())
    .addOption(imageFlags.digest())
    .addOption(new Option('--port <number>', 'port of the loopback (default: a free one)').argParser(portNumber))
    .option('--keep', 'leave the container running; it is not asked to stop then', false)
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.json())
    .addOption(sharedFlags.recordDir())
    .addHelpText('after', EXAMPLES)
    .action(async (container: string, flags: Flags, command: Command) => {
      const { env: environment, tag, digest, port, keep, recordDir } = flags;
      const reference = digest ?? tag;
      if (environment === undefined && reference !== undefined) command.error('error: --tag and --digest need --env');
      const options = {
        container,
        keep,
        recordDir,
        ...(environment === undefined ? {} : { environment }),
        ...(reference === undefined ? {} : { reference }),
        ...(port === undefined ? {} : { port }),
      };
      const work = async () => runRun(options, atProfile(await shell.world(), flags.profile));
      await printReport({ flags, print: shell.print, work, format: formatSmokeTest, verdict: smokeTestFailure });
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port <= LARGEST_PORT) return port;
  throw new InvalidArgumentError(`'${text}' is not a port, 1 to ${LARGEST_PORT}`);
}
