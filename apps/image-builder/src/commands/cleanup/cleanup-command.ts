import { Command } from 'commander';
import { printReport } from '@slipway/cli';
import type { Format } from '@slipway/cli';
import { z } from 'zod';
import { atProfile } from '../../at-profile.ts';
import { cleanupPlanSchema } from '../../cleanup/cleanup-plan-schema.ts';
import { ledgersAtProfiles } from '../../cleanup/ledgers-at-profiles.ts';
import type { LedgerProfiles } from '../../cleanup/ledgers-at-profiles.ts';
import { localPlanSchema } from '../../cleanup/local-plan.ts';
import { readPlan, writePlan } from '../../cleanup/plan-file.ts';
import { Failure } from '../../failure.ts';
import type { Shell } from '../../shell.ts';
import type { World } from '../../world.ts';
import { sharedFlags } from '../shared-flags.ts';
import { cleanUpFailure } from './clean-up-failure.ts';
import { cleanupFlags } from './cleanup-flags.ts';
import type { CleanupResult } from './cleanup-result.ts';
import { formatPlan, formatResult } from './format-cleanup.ts';
import { formatLocalPlan, formatLocalResult } from './format-local.ts';
import { runApply } from './run-apply.ts';
import { runCleanupPlan } from './run-cleanup.ts';
import { applyLocalPlan, runLocalPlan } from './run-local.ts';
import type { LocalResult } from './run-local.ts';

interface Flags extends Format {
  readonly env?: string;
  readonly profile?: string;
  readonly ledgerProfile: LedgerProfiles;
  readonly local?: true;
  readonly keep?: number;
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
  image-builder cleanup --env dev --without eks --json             where no cluster runs anything
  image-builder cleanup --env dev --profile acme-dev --ledger-profile prod=acme-prod   two accounts
  image-builder cleanup --local --keep 1 --out local.json          this machine's engine`;

export function cleanupCommand(shell: Shell): Command {
  return new Command('cleanup')
    .summary('delete images that nothing needs, by a plan')
    .description(
      "Say which images of an environment's registries nothing needs any more and, with --apply, delete them.",
    )
    .argument('[container...]', 'whose repositories to clean up; all containers when none is named', [])
    .option('--env <environment>', 'whose registries to clean up, such as dev or prod')
    .addOption(cleanupFlags.keep())
    .addOption(cleanupFlags.olderThan())
    .addOption(cleanupFlags.repository())
    .addOption(cleanupFlags.without())
    .addOption(sharedFlags.profile())
    .addOption(cleanupFlags.ledgerProfile())
    .addOption(cleanupFlags.local())
    .addOption(cleanupFlags.dryRun())
    .option('--out <file>', 'also write the plan to a file')
    .addOption(cleanupFlags.apply())
    .addOption(cleanupFlags.json())
    .option('--markdown', "print GitHub's Markdown, for pull requests and step summaries")
    .addHelpText('after', EXAMPLES)
    .action(async (containers: readonly string[], flags: Flags) => {
      const named = { containers, flags };
      if (flags.apply !== undefined) await apply(flags.apply, named, shell);
      else await (flags.local === true ? planLocally(named, shell) : plan(named, shell));
    });
}

interface Named {
  readonly containers: readonly string[];
  readonly flags: Flags;
}

async function plan({ containers, flags }: Named, shell: Shell): Promise<void> {
  const { env: environment, keep = 10, olderThan: olderThanDays, without, repository: repositories } = flags;
  if (environment === undefined) throw wrong('no environment is named', "give '--env dev', another one, or '--local'");
  const options = { environment, containers, repositories, rules: { keep, olderThanDays }, without };
  const work = async () => kept(await runCleanupPlan(options, await accountsOf(flags, shell)), flags);
  await printReport({ flags, print: shell.print, work, format: formatPlan });
}

async function planLocally({ containers, flags }: Named, shell: Shell): Promise<void> {
  refuseContainers(containers, '--local');
  const rules = { keep: flags.keep ?? 2, cacheUnusedForDays: flags.olderThan };
  const work = async () => kept(await runLocalPlan(rules, await shell.world()), flags);
  await printReport({ flags, print: shell.print, work, format: formatLocalPlan });
}

/** The plan itself says whether it is about a registry or about this machine. */
async function apply(file: string, { containers, flags }: Named, shell: Shell): Promise<void> {
  refuseContainers(containers, '--apply');
  const work = async () => {
    const made = await readPlan(file, z.discriminatedUnion('report', [cleanupPlanSchema, localPlanSchema]));
    const world = await accountsOf(flags, shell);
    return made.report === 'cleanup-plan' ? runApply(made, world) : applyLocalPlan(made, world);
  };
  await printReport<CleanupResult | LocalResult>({
    flags,
    print: shell.print,
    work,
    format: (result) => (result.report === 'cleanup-result' ? formatResult(result) : formatLocalResult(result)),
    verdict: (result) => (result.report === 'cleanup-result' ? cleanUpFailure(result) : undefined),
  });
}

/** With two accounts, each ledger may need credentials of its own. */
async function accountsOf({ profile, ledgerProfile }: Flags, shell: Shell): Promise<World> {
  return ledgersAtProfiles(atProfile(await shell.world(), profile), ledgerProfile);
}

async function kept<Plan extends object>(made: Plan, { out }: Flags): Promise<Plan> {
  if (out !== undefined) await writePlan(out, made);
  return made;
}

function refuseContainers([name]: readonly string[], flag: string): void {
  if (name !== undefined) throw wrong(`'${name}' and '${flag}' can't be given together`, 'leave out one of them');
}

function wrong(message: string, fix: string): Failure {
  return new Failure({ code: 'configuration-invalid', message, fix });
}
