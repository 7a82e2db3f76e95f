import type { Command } from 'commander';
import { code, plain, table } from './markdown.ts';

/** The list of the pages, and of what is started in other ways. */
export function referenceIndex(programs: readonly Command[], scripts: Readonly<Record<string, string>>): string {
  const pages = programs.map((program) => [
    `[${program.name()}](${program.name()}.md)`,
    plain(program.description().replaceAll('\n', ' ')),
  ]);
  const parts = [
    '# Command lines',
    'Made by `npx nx run tools:cli-reference`; a test refuses old pages.',
    ...table(['run by npx', 'what it does'], pages),
    ...table(
      ['run by npm', 'what it runs'],
      Object.entries(scripts).map(([name, line]) => [code(npmLine(name)), code(line)]),
    ),
    'Targets of a project are shown by `npx nx show project dev`, the flags of the pipelines by `npm run ci:pr -- --help`. The first step in a new account is `npx nx run dev:bootstrap`: [apps/bootstrap](../../apps/bootstrap/README.md).',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** npm has short names for these. */
function npmLine(name: string): string {
  return ['start', 'stop', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
}
