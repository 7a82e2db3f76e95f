import type { Argument, Command, Option } from 'commander';
import { helpTexts } from './help-texts.ts';
import { code, plain, shellBlock, table } from './markdown.ts';

/** The page about a command line: what its help says, of every command. @param call how the program is called */
export function referencePage(program: Command, call: string): string {
  const parts = [
    `# ${program.name()}`,
    'Made by `npx nx run tools:cli-reference` from what `--help` says; a test refuses an old one.',
    ...body(program, call),
    ...table(['command', 'what it does'], subcommands(program).map(summaryRow)),
    ...exitCodes(program),
    ...subcommands(program).flatMap((command) => [
      `## ${fullName(command)}`,
      ...body(command, call),
      ...exitCodes(command),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Hidden ones and the built-in 'help' are left out. */
export function subcommands(command: Command): readonly Command[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .filter((some) => command.commands.includes(some));
}

function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

function summaryRow(command: Command): readonly string[] {
  return [`[${command.name()}](#${fullName(command).replaceAll(' ', '-')})`, plain(summary(command))];
}

function summary(command: Command): string {
  return command.summary() === '' ? command.description() : command.summary();
}

function body(command: Command, call: string): string[] {
  const { examples, notes } = helpTexts(command, call);
  const name = fullName(command).replace(/^\S+/, call);
  const lines = examples.map(({ line, comment }) => `${line}${comment === undefined ? '' : `    # ${comment}`}`);
  return [
    plain(command.description().replaceAll('\n', ' ')),
    `Usage: ${code(`${name} ${command.usage()}`)}`,
    ...table(['argument', 'meaning', 'default'], command.registeredArguments.map(argumentRow)),
    ...table(['flag', 'meaning', 'default'], flags(command).map(optionRow)),
    ...shellBlock(lines),
    ...notes.map(plain),
  ];
}

function flags(command: Command): readonly Option[] {
  return command.options.filter((option) => !option.hidden);
}

function optionRow(option: Option): readonly string[] {
  return [code(option.flags), meaning(option, option.mandatory), defaultOf(option)];
}

function argumentRow(argument: Argument): readonly string[] {
  const { required, variadic } = argument;
  const name = `${argument.name()}${variadic ? '...' : ''}`;
  return [code(required ? `<${name}>` : `[${name}]`), meaning(argument, false), defaultOf(argument)];
}

function meaning({ description, argChoices }: Argument | Option, mandatory: boolean): string {
  const choices = argChoices === undefined ? '' : `: ${argChoices.map(code).join(', ')}`;
  return `${plain(description)}${choices}${mandatory ? ' (required)' : ''}`;
}

/** A flag that is off and a list that is empty have nothing to say. */
function defaultOf({ defaultValue, defaultValueDescription }: Argument | Option): string {
  if (defaultValueDescription !== undefined) return plain(defaultValueDescription);
  const value: unknown = defaultValue;
  const nothing =
    value === undefined || value === false || JSON.stringify(value) === '[]' || JSON.stringify(value) === '{}';
  return nothing ? '' : code(typeof value === 'string' ? value : JSON.stringify(value));
}

function exitCodes(command: Command): string[] {
  const rows = helpTexts(command, '').exitCodes;
  return table(
    ['exit code', 'meaning'],
    rows.map((row) => [row.code, plain(row.meaning)]),
  );
}
