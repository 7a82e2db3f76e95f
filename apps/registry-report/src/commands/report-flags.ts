import { Option } from 'commander';

/** Flags that several commands have, each made anew for the command that takes it. */
export const reportFlags = {
  json: (): Option =>
    new Option('--json', 'print one JSON document on standard output, and nothing else there').conflicts('markdown'),
  markdown: (): Option => new Option('--markdown', "print GitHub's Markdown, for pull requests and step summaries"),
  repository: (): Option =>
    new Option('--repository <name>', 'only this repository and its replicas, may be repeated')
      .default([], 'all of them')
      .argParser((name: string, before: readonly string[]) => [...before, name]),
} as const;

export interface ReportFlags {
  readonly json?: true;
  readonly markdown?: true;
  readonly repository: readonly string[];
}
