import { Command, Option } from 'commander';
import { verdictFailure } from '../../../commands/review/verdict-failure.ts';
import { printReview } from '../../print-review.ts';
import type { Judging } from '../../review-plan-text.ts';
import type { Shell } from '../../shell.ts';
import { runPlan } from './run-plan.ts';

interface Flags extends Judging {
  readonly json?: true;
  readonly markdown?: true;
}

const EXAMPLES = `
Examples:
  stack plan prod                                   save a plan of prod, and say what it would do
  stack plan prod --live                            and how many images are at stake
  stack plan prod --overrides plan-overrides.json --markdown > comment.md`;

export function planCommand(shell: Shell): Command {
  return new Command('plan')
    .summary('save a plan, and review it')
    .description(
      'Synthesizes an environment, plans it, saves the plan in dist/plans/<environment>, and says what it would do.\n' +
        'Nothing is changed but that folder. In CI (CI=true) files must not differ from the commit.',
    )
    .argument('<environment>', 'such as dev or prod')
    .option('--overrides <file>', 'JSON: { "overrides": [{ "rule", "resource", "reason", "expires" }] }')
    .option(
      '--live',
      'ask the registries which images are at stake, and services and the ledger which of them run or are released',
    )
    .addOption(new Option('--json', 'the review as JSON').conflicts('markdown'))
    .option('--markdown', 'the review as Markdown')
    .addHelpText('after', EXAMPLES)
    .action((environment: string, flags: Flags) => act(shell, environment, flags));
}

async function act(shell: Shell, environment: string, flags: Flags): Promise<void> {
  const world = await shell.world();
  await printReview({
    flags,
    print: shell.print,
    work: () => runPlan(environment, flags, world),
    verdict: (review) => verdictFailure(review, false),
  });
}
