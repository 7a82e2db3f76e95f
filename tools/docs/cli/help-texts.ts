import type { Command } from 'commander';

/** What stands below the generated part of a command's help. */
export interface HelpTexts {
  /** Command lines as they are typed in the workspace, each with what it does. */
  readonly examples: readonly Example[];
  readonly exitCodes: readonly ExitCode[];
  /** Other paragraphs. */
  readonly notes: readonly string[];
}

interface Example {
  readonly line: string;
  readonly comment?: string;
}

interface ExitCode {
  readonly code: string;
  readonly meaning: string;
}

/** @param call how the program is called, in place of its name */
export function helpTexts(command: Command, call: string): HelpTexts {
  const paragraphs = textAfterHelp(command)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const starting = (word: string) => paragraphs.filter((paragraph) => paragraph.startsWith(word));
  return {
    examples: starting('Examples:').flatMap((paragraph) =>
      examplesOf(paragraph, { name: programOf(command).name(), call }),
    ),
    exitCodes: starting('Exit codes:').flatMap(exitCodesOf),
    notes: paragraphs.filter((paragraph) => !/^(?:Examples|Exit codes):/.test(paragraph)).map(oneLine),
  };
}

/** Commander tells it only by printing the whole help. */
function textAfterHelp(command: Command): string {
  let printed = '';
  command.configureOutput({ writeOut: (text) => (printed += text) }).outputHelp();
  return printed.slice(command.helpInformation().length);
}

/** A command line and what it does are two spaces or more apart. */
function examplesOf(paragraph: string, { name, call }: { readonly name: string; readonly call: string }): Example[] {
  const [, ...lines] = paragraph.split('\n');
  return lines.map((line) => {
    const [command = '', comment] = line.trim().split(/\s{2,}/);
    const typed = command.replaceAll(new RegExp(String.raw`(?<=^|\s)${name}(?=\s)`, 'g'), call);
    return comment === undefined ? { line: typed } : { line: typed, comment };
  });
}

function programOf(command: Command): Command {
  return command.parent === null ? command : programOf(command.parent);
}

function exitCodesOf(paragraph: string): ExitCode[] {
  const list = oneLine(paragraph).replace('Exit codes: ', '').replace(/\.$/, '');
  return list.split(/;\s(?=\d)/).map((part) => {
    const [, code = '', meaning = ''] = /^(\d+) (.*)$/.exec(part) ?? [];
    return { code, meaning };
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
