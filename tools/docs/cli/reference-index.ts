import type { Program } from './load-programs.ts';
import { code, plain, table } from './markdown.ts';

/** The list of the pages, and of what is started in other ways. */
export function referenceIndex(programs: readonly Program[], scripts: Readonly<Record<string, string>>): string {
  const pages = programs.map(({ call, make }) => [
    code(call),
    `[${make().name()}](${make().name()}.md)`,
    plain(make().description().replaceAll('\n', ' ')),
  ]);
  const parts = [
    '# Command lines',
    'Made by `npx nx run tools:cli-reference`; a test refuses old pages.',
    ...table(['command', 'page', 'what it does'], pages),
    ...table(
      ['command', 'what it runs'],
      Object.entries(scripts).map(([name, line]) => [code(npmLine(name)), code(line)]),
    ),
    'Targets of a project are shown by `npx nx show project dev`, the flags of the pipelines by `npm run ci:pr -- --help`. The first step in a new account is `npx nx run dev:bootstrap`: [apps/bootstrap](../../apps/bootstrap/README.md). What to do when is in [the runbooks](../runbooks/README.md).',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** npm has short names for these. */
function npmLine(name: string): string {
  return ['start', 'stop', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
}
