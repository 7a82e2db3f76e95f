import { Command, Option } from 'commander';
import { printReview } from '../../print-review.ts';
import type { Shell } from '../../shell.ts';
import { driftFailure } from './drift-failure.ts';
import { runDrift } from './run-drift.ts';

interface Flags {
  readonly json?: true;
  readonly markdown?: true;
}

const EXAMPLES = `
Examples:
  stack drift dev               exit code 0: dev is as Terraform left it; 5: it is not
  stack drift prod --markdown   the same for an issue`;

export function driftCommand(shell: Shell): Command {
  return new Command('drift')
    .summary('say what was changed outside of Terraform')
    .description(
      "Compares Terraform's state of an environment with what is there ('terraform plan -refresh-only'). What the specs would\n" +
        'change is not told. Nothing is changed.',
    )
    .argument('<environment>', 'such as dev or prod')
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
    work: () => runDrift(environment, world),
    verdict: (review) => driftFailure(environment, review),
  });
}
