import { Command, InvalidArgumentError, Option } from 'commander';
import { errorDocument, isFailure, renderJson } from '@slipway/cli';
import type { Shell } from '../../shell.ts';
import { FORMATS, renderReview } from '../../render/render-review.ts';
import type { Format } from '../../render/render-review.ts';
import { MOST_COMMENT_CHARACTERS } from '../../render/markdown/render-markdown-review.ts';
import { planFile } from './plan-file.ts';
import type { PlanFile } from './plan-file.ts';
import { runReview } from './run-review.ts';
import type { ReviewOptions } from './run-review.ts';
import { verdictFailure } from './verdict-failure.ts';

interface Flags {
  readonly stack: readonly PlanFile[];
  readonly configuration: readonly PlanFile[];
  readonly format?: Format;
  readonly json?: true;
  readonly out?: string;
  readonly overrides?: string;
  readonly commit?: string;
  readonly maxAge?: number;
  readonly limit: number;
  readonly strict: boolean;
  readonly live: boolean;
}

const HELP = `
Examples:
  plan-review prod.json                                   says what the plan would do, as text
  plan-review --stack dev=dev.json --stack prod=prod.json --format markdown --out comment.md
  terraform show -json plan.tfplan | plan-review --stack prod=- --live
  plan-review prod.json --overrides plan-overrides.json --format sarif --out review.sarif

A plan does not show policies that refer to resources that are not there yet, and they block. With the configuration that it was made
of, such as --configuration prod=cdktf.out/stacks/prod/cdk.tf.json, they are read from there.
A plan without --stack has the name of its file. A stack that is no environment of this repository is treated as production.

Exit codes: 0 nothing is blocked; 2 the command is wrong, or what it was given is no plan or too old; 3 AWS isn't ready;
4 somebody has to look (--strict); 5 blocked; 130 ended by Ctrl-C.`;

export function reviewCommand(shell: Shell): Command {
  return new Command('plan-review')
    .description(
      "Reviews Terraform plans ('terraform show -json <plan file>'): what they destroy, replace and change, policies in words,\n" +
        'and a verdict. It only reads; nothing is asked of AWS without --live.',
    )
    .argument('[files...]', "plans as JSON; '-' is standard input")
    .option('--stack <name=file>', 'a plan and the name of its stack, may be repeated', addStack, [])
    .option('--configuration <name=file>', 'JSON that the plan of a stack was made of, may be repeated', addStack, [])
    .addOption(new Option('--format <format>', 'how the review is written').choices(FORMATS).default(undefined, 'text'))
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'))
    .option('--out <file>', 'write the review to a file instead of standard output')
    .option('--overrides <file>', 'JSON: { "overrides": [{ "rule", "resource", "reason", "expires" }] }')
    .option('--commit <sha>', 'commit that the plans were made of, for the review to name')
    .option('--max-age <hours>', 'refuse plans that are older, or that do not say when they were made', wholeNumber)
    .option('--limit <characters>', 'most characters of Markdown', wholeNumber, MOST_COMMENT_CHARACTERS)
    .option('--strict', 'exit with 4 when somebody has to look', false)
    .option(
      '--live',
      'ask the registries which images are at stake, and services and the ledger which of them run or are released',
      false,
    )
    .addHelpText('after', HELP)
    .action((files: readonly string[], flags: Flags, command: Command) => act(shell, { files, flags, command }));
}

interface Call {
  readonly files: readonly string[];
  readonly flags: Flags;
  readonly command: Command;
}

async function act(shell: Shell, { files, flags, command }: Call): Promise<void> {
  const plans = [...files.map(planFile), ...flags.stack];
  if (plans.length === 0) command.error("error: name a plan, such as 'prod.json', or '-' for standard input");
  const format = flags.format ?? (flags.json === true ? 'json' : 'text');
  const world = await shell.world();
  const review = await runReview(optionsOf(plans, flags), world).catch((error: unknown) => {
    if (format === 'json' && isFailure(error)) shell.print(renderJson(errorDocument(error)));
    throw error;
  });
  const text = renderReview(review, { format, limit: flags.limit, plans });
  if (flags.out === undefined) shell.print(text);
  else await world.files.write(flags.out, text);
  const failure = verdictFailure(review, flags.strict);
  if (failure !== undefined) throw failure;
}

function optionsOf(
  plans: readonly PlanFile[],
  { configuration, overrides, commit, maxAge, live }: Flags,
): ReviewOptions {
  return {
    plans,
    configurations: configuration,
    live,
    ...(overrides === undefined ? {} : { overrides }),
    ...(commit === undefined ? {} : { commit }),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

function addStack(value: string, before: readonly PlanFile[]): readonly PlanFile[] {
  const [, stack, file] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
  if (stack === undefined || file === undefined) throw new InvalidArgumentError(`'${value}' is no 'name=file'.`);
  return [...before, { stack, file }];
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError(`'${value}' is no whole number from 1.`);
  return Number(value);
}
