import { Command, InvalidArgumentError, Option } from 'commander';
import { printReport } from '@slipway/cli';
import type { Shell } from '../../shell.ts';
import { reportFlags } from '../report-flags.ts';
import type { ReportFlags } from '../report-flags.ts';
import { formatPreview } from './format-preview.ts';
import { lossFailure } from './loss-failure.ts';
import { LOSSES } from './losses.ts';
import type { Loss } from './losses.ts';
import { runLifecyclePreview } from './run-lifecycle-preview.ts';

interface Flags extends ReportFlags {
  readonly days: number;
  readonly details: boolean;
  readonly failOn?: Loss;
}

const EXAMPLES = `
Examples:
  registry-report lifecycle-preview dev                     what the policies of the specs expire now and within 30 days
  registry-report lifecycle-preview prod --days 7 --details --repository mlops/retail-api
  registry-report lifecycle-preview prod --fail-on newly-expired --markdown >> "$GITHUB_STEP_SUMMARY"
  registry-report lifecycle-preview dev --json | jq '.repositories[].change'`;

/** The longest look ahead: what is older than ten years is not the point of a preview. */
const MOST_DAYS = 3650;

export function lifecyclePreviewCommand(shell: Shell): Command {
  return new Command('lifecycle-preview')
    .summary('which images the lifecycle policies of the specs expire and archive')
    .description(
      'Read every image of the repositories of an environment, and show which of them the lifecycle policies of the specs expire and archive,\n' +
        'by which rule, what they take and cost, and what differs from the policies in force. Nothing is changed.',
    )
    .argument('<environment>', 'such as dev or prod')
    .addOption(reportFlags.repository())
    .addOption(new Option('--days <number>', 'how far to look ahead').default(30).argParser(wholeDays))
    .option('--details', 'list every image with its rule and the reason', false)
    .addOption(
      new Option(
        '--fail-on <loss>',
        'exit code 1 when images expire within the days: any, a tagged one, or one that the policy in force keeps',
      ).choices(LOSSES),
    )
    .addOption(reportFlags.json())
    .addOption(reportFlags.markdown())
    .addHelpText('after', EXAMPLES)
    .action(async (environment: string, flags: Flags) => {
      const { repository: repositories, days, details, failOn } = flags;
      await printReport({
        flags,
        print: shell.print,
        work: async () => runLifecyclePreview({ environment, repositories, days, details }, await shell.world()),
        format: formatPreview,
        verdict: (report) => (failOn === undefined ? undefined : lossFailure(report, failOn)),
      });
    });
}

function wholeDays(text: string): number {
  const days = Number(text);
  if (/^\d+$/.test(text) && days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`'${text}' is no whole number of days from 0 to ${MOST_DAYS}`);
}
