import { InvalidArgumentError, Option } from 'commander';
import type { LedgerProfiles } from '../../cleanup/ledgers-at-profiles.ts';

/** The flags of `cleanup` that need more than a line, each made anew. */
export const cleanupFlags = {
  keep: (): Option =>
    new Option(
      '--keep <n>',
      'how many of the newest images stay: of each line of tags, 10 by default; with --local of each container, 2',
    ).argParser(wholeNumber(0)),
  olderThan: (): Option =>
    new Option('--older-than <days>', 'only images of that age go; with --local, only build cache unused for so long')
      .default(1)
      .argParser(wholeNumber(1)),
  repository: (): Option =>
    new Option('--repository <name>', 'also a repository of no container of this project, may be repeated')
      .default([], 'none')
      .argParser(addTo),
  without: (): Option =>
    new Option('--without <source>', "don't ask this source what it needs, such as eks or ledger:prod; may be repeated")
      .default([], 'ask all of them')
      .argParser(addTo),
  ledgerProfile: (): Option =>
    new Option(
      '--ledger-profile <environment=profile>',
      "read that environment's ledger by this profile, may be repeated (default: as everything else)",
    )
      .default({}, 'none')
      .argParser(addProfile),
  local: (): Option =>
    new Option('--local', "clean up this machine's engine instead: superseded images, and build cache").conflicts([
      'env',
      'ledgerProfile',
      'profile',
      'repository',
      'without',
    ]),
  dryRun: (): Option => new Option('--dry-run', 'only plan, which is the default'),
  apply: (): Option =>
    new Option('--apply <file>', 'delete what a plan says, by the rules and sources that it was made with').conflicts([
      'dryRun',
      'env',
      'keep',
      'local',
      'olderThan',
      'out',
      'repository',
      'without',
    ]),
  json: (): Option =>
    new Option('--json', 'print one JSON document on standard output, and nothing else there').conflicts('markdown'),
} as const;

function addProfile(text: string, before: LedgerProfiles): LedgerProfiles {
  const [, environment, profile] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (environment === undefined || profile === undefined)
    throw new InvalidArgumentError(`'${text}' is not <environment>=<profile>, such as prod=acme-prod`);
  return { ...before, [environment]: profile };
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
