import { Command, InvalidArgumentError, Option } from 'commander';
import { printReport } from '@slipway/cli';
import type { Format } from '@slipway/cli';
import { cleanupPlanSchema } from '../../cleanup/cleanup-plan-schema.ts';
import type { CleanupPlan } from '../../cleanup/cleanup-plan.ts';
import { readPlan, writePlan } from '../../cleanup/plan-file.ts';
import { Failure } from '../../failure.ts';
import type { Shell } from '../../shell.ts';
import { cleanUpFailure } from './clean-up-failure.ts';
import { formatPlan, formatResult } from './format-cleanup.ts';
import { runApply } from './run-apply.ts';
import { runCleanupPlan } from './run-cleanup.ts';

interface Flags extends Format {
  readonly env?: string;
  readonly keep: number;
  readonly olderThan: number;
  readonly repository: readonly string[];
  readonly without: readonly string[];
  readonly out?: string;
  readonly apply?: string;
}

const EXAMPLES = `
Nothing is deleted without --apply. What runs where image.json deploys containers (EKS, Elastic Beanstalk), what ECS and Lambda
of the environment's account run, and what the ledger of any environment names as current or previous release, stays with all that
belongs to it. A source that doesn't answer ends the command.

Examples:
  image-builder cleanup --env dev                                  what would go, and why the rest stays
  image-builder cleanup server --env dev --keep 3 --older-than 30 --out plan.json
  image-builder cleanup --apply plan.json                          delete exactly what the plan says
  image-builder cleanup --env dev --without eks --json             where no cluster runs anything`;

export function cleanupCommand(shell: Shell): Command {
  return new Command('cleanup')
    .summary('delete images that nothing needs, by a plan')
    .description(
      "Say which images of an environment's registries nothing needs any more and, with --apply, delete them.",
    )
    .argument('[container...]', 'whose repositories to clean up; all containers when none is named', [])
    .option('--env <environment>', 'whose registries to clean up, such as dev or prod')
    .addOption(
      new Option('--keep <n>', 'how many of the newest images of each line of tags stay')
        .default(10)
        .argParser(wholeNumber(0)),
    )
    .addOption(new Option('--older-than <days>', 'only images of that age go').default(1).argParser(wholeNumber(1)))
    .addOption(
      new Option('--repository <name>', 'also a repository of no container of this project, may be repeated')
        .default([], 'none')
        .argParser(addTo),
    )
    .addOption(
      new Option(
        '--without <source>',
        "don't ask this source what it needs, such as eks or ledger:prod; may be repeated",
      )
        .default([], 'ask all of them')
        .argParser(addTo),
    )
    .option('--dry-run', 'only plan; the default', true)
    .option('--out <file>', 'also write the plan to a file')
    .addOption(
      new Option('--apply <file>', 'delete what a plan says').conflicts([
        'env',
        'keep',
        'olderThan',
        'without',
        'out',
        'repository',
      ]),
    )
    .addOption(
      new Option('--json', 'print one JSON document on standard output, and nothing else there').conflicts('markdown'),
    )
    .option('--markdown', "print GitHub's Markdown, for pull requests and step summaries")
    .addHelpText('after', EXAMPLES)
    .action(async (containers: readonly string[], flags: Flags) => {
      await (flags.apply === undefined ? plan(containers, flags, shell) : apply(flags.apply, flags, shell));
    });
}

async function plan(containers: readonly string[], flags: Flags, shell: Shell): Promise<void> {
  const { keep, olderThan, without, out, repository: repositories } = flags;
  const environment = flags.env;
  if (environment === undefined)
    throw new Failure({
      code: 'configuration-invalid',
      message: 'no environment is named',
      fix: "give '--env dev', or another",
    });
  const options = { environment, containers, repositories, rules: { keep, olderThanDays: olderThan }, without };
  const work = async (): Promise<CleanupPlan> => {
    const made = await runCleanupPlan(options, await shell.world());
    if (out !== undefined) await writePlan(out, made);
    return made;
  };
  await printReport({ flags, print: shell.print, work, format: formatPlan });
}

async function apply(file: string, flags: Flags, shell: Shell): Promise<void> {
  const work = async () => runApply(await readPlan(file, cleanupPlanSchema), await shell.world());
  await printReport({ flags, print: shell.print, work, format: formatResult, verdict: cleanUpFailure });
}

function addTo(name: string, before: readonly string[]): readonly string[] {
  return [...before, name];
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,6}$/.test(text) && Number(text) >= least) return Number(text);
    throw new InvalidArgumentError(`'${text}' is no whole number from ${least} to 999999`);
  };
}
