import { Failure } from '../failure.ts';
import type { Block } from '../report/block.ts';
import { renderJson } from '../report/render-json.ts';
import { renderMarkdown } from '../report/render-markdown.ts';
import { renderTerminal } from '../report/render-terminal.ts';
import type { Shell } from '../shell.ts';
import type { ReportFlags } from './report-flags.ts';

export interface Printing<Report extends object> {
  readonly flags: Pick<ReportFlags, 'json' | 'markdown'>;
  readonly shell: Shell;
  readonly work: () => Promise<Report>;
  readonly format: (report: Report) => readonly Block[];
  /** What of a report makes the command fail. @default nothing */
  readonly verdict?: (report: Report) => Failure | undefined;
}

/**
 * Prints a report as JSON, Markdown or text, then throws its verdict.
 * With `--json`, a failure before there is a report is one JSON document, too.
 */
export async function printReport<Report extends object>(printing: Printing<Report>): Promise<void> {
  const { flags, shell, format, verdict } = printing;
  const report = await printing.work().catch((error: unknown) => {
    if (flags.json && error instanceof Failure) shell.print(renderJson(errorDocument(error)));
    throw error;
  });
  shell.print(flags.json ? renderJson(report) : (flags.markdown ? renderMarkdown : renderTerminal)(format(report)));
  const failure = verdict?.(report);
  if (failure !== undefined) throw failure;
}

function errorDocument({ code, message, fix }: Failure): object {
  return { schemaVersion: 1, error: { code, message, fix } };
}
