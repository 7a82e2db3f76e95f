import { isFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import type { Block } from './report/block.ts';
import { renderJson } from './report/render-json.ts';
import { renderMarkdown } from './report/render-markdown.ts';
import { renderTerminal } from './report/render-terminal.ts';

/** The flags that say how a report is printed. */
export interface Format {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

export interface Printing<Report extends object> {
  readonly flags: Format;
  readonly print: (text: string) => void;
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
  const { flags, print, format, verdict } = printing;
  const report = await printing.work().catch((error: unknown) => {
    if (flags.json === true && isFailure(error)) print(renderJson(errorDocument(error)));
    throw error;
  });
  print(
    flags.json === true
      ? renderJson(report)
      : (flags.markdown === true ? renderMarkdown : renderTerminal)(format(report)),
  );
  const failure = verdict?.(report);
  if (failure !== undefined) throw failure;
}

/** A failure as a program reads it. */
export function errorDocument({ code, message, fix }: Failure): object {
  return { schemaVersion: 1, error: { code, message, fix } };
}
