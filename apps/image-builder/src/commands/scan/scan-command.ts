import { printReport, renderJson } from '@slipway/cli';
import { Command, InvalidArgumentError, Option } from 'commander';
import { atProfile } from '../../at-profile.ts';
import { SEVERITIES } from '../../scan/severity.ts';
import type { Severity } from '../../scan/severity.ts';
import type { Shell } from '../../shell.ts';
import { sharedFlags } from '../shared-flags.ts';
import { formatScan } from './format-scan.ts';
import { DEFAULT_FAIL_ON } from './plan-scan.ts';
import { runScan } from './run-scan.ts';
import { scanFailure } from './scan-failure.ts';
import type { ScanReport } from './scan-report.ts';
import { toSarif } from './to-sarif.ts';

interface Flags {
  readonly env: string;
  readonly profile?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly failOn?: Severity;
  readonly timeout: number;
  readonly recordDir: string;
  readonly json: boolean;
  readonly markdown?: boolean;
  readonly sarif?: boolean;
}

const EXAMPLES = `
Examples:
  image-builder scan server --env dev                           the image of the last push, else the released one
  image-builder scan server --env prod --tag v20260301-abcdef123456 --fail-on medium
  image-builder scan server --env dev --sarif > scan.sarif      for code scanning`;

export function scanCommand(shell: Shell): Command {
  return new Command('scan')
    .summary('find known vulnerabilities in images')
    .description(
      "Scan images in an environment's registry with Amazon ECR, wait for the result, and fail when it is too bad.\n" +
        'A basic scan is started at most once in 24 hours; within them the last result is read.',
    )
    .argument('<container...>', 'whose images')
    .requiredOption('--env <environment>', 'where the images are, such as dev or prod')
    .addOption(
      new Option(
        '--tag <tag>',
        'the image with this tag; default: the last push on record, else the released one',
      ).conflicts('digest'),
    )
    .addOption(new Option('--digest <digest>', 'the image with this digest, such as sha256:...'))
    .addOption(
      new Option(
        '--fail-on <severity>',
        `fail from this severity on; default: image.json, else ${DEFAULT_FAIL_ON}`,
      ).choices(SEVERITIES),
    )
    .addOption(new Option('--timeout <minutes>', 'how long to wait for each scan').default(15).argParser(minutes))
    .addOption(sharedFlags.profile())
    .addOption(sharedFlags.recordDir())
    .addOption(sharedFlags.json().conflicts(['markdown', 'sarif']))
    .addOption(new Option('--markdown', 'print Markdown').conflicts('sarif'))
    .addOption(new Option('--sarif', 'print SARIF 2.1.0'))
    .addHelpText('after', EXAMPLES)
    .action(async (containers: readonly string[], flags: Flags) => {
      const { env: environment, tag, digest, failOn, timeout, recordDir } = flags;
      const options = { containers, environment, reference: tag ?? digest, failOn, timeout, recordDir };
      const work = async () => runScan(options, atProfile(await shell.world(), flags.profile));
      if (flags.sarif === true) return printSarif(work, shell.print);
      await printReport({ flags, print: shell.print, work, format: formatScan, verdict: scanFailure });
    });
}

/** A failure before there is a report prints nothing: what is no SARIF must not be uploaded as such. */
async function printSarif(work: () => Promise<ScanReport>, print: Shell['print']): Promise<void> {
  const report = await work();
  print(renderJson(toSarif(report)));
  const failure = scanFailure(report);
  if (failure !== undefined) throw failure;
}

function minutes(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0 && value <= 1440) return value;
  throw new InvalidArgumentError(`'${text}' is not a number of minutes between 0 and 1440`);
}
