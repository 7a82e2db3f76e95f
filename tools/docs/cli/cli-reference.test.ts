import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Command, Option } from 'commander';
import { referenceFiles } from './reference-files.ts';
import { referencePage } from './reference-page.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Milliseconds: all command lines are loaded, which a busy machine takes its time for. */
const LOADING = 120_000;

describe('docs/cli', () => {
  it(
    'is what the programs say of themselves; else run npx nx run tools:cli-reference',
    async () => {
      const files = await referenceFiles(ROOT);
      expect((await readdir(join(ROOT, 'docs/cli'))).sort()).toEqual([...files.keys()].sort());
      for (const [name, text] of files) expect(await readFile(join(ROOT, 'docs/cli', name), 'utf8')).toBe(text);
    },
    LOADING,
  );
});

describe('a page', () => {
  const program = new Command('tool')
    .description('Does things.')
    .addHelpText('after', '\nExit codes: 0 done; 2 the command\nis wrong; 5 no.')
    .addCommand(
      new Command('make')
        .summary('make one')
        .description('Makes one.\nOf many.')
        .argument('<what...>', 'one | other')
        .requiredOption('--env <name>', 'where')
        .addOption(new Option('--kind <kind>', 'which').choices(['a', 'b']).default('a'))
        .option('--dry-run', 'change *nothing*', false)
        .option('--text <text>', 'with <html>')
        .addOption(new Option('--secret').hideHelp())
        .addHelpText(
          'after',
          '\nExamples:\n  tool make x --env dev     one for dev\n  tool make y --env prod\n\nA note.',
        ),
    )
    .addCommand(new Command('inner').description('is hidden'), { hidden: true });
  const lines = referencePage(program, 'npx tool').split('\n');

  it.each([
    ['its commands', '| [make](#tool-make) | make one |'],
    ['exit codes, which may take several lines', '| 2 | the command is wrong |'],
    ['a heading for each command', '## tool make'],
    ['how it is called', 'Usage: `npx tool make [options] <what...>`'],
    ['arguments', String.raw`| \`<what...>\` | one \| other |  |`.replaceAll('\\`', '`')],
    ['required flags', '| `--env <name>` | where (required) |  |'],
    ['choices and defaults', '| `--kind <kind>` | which: `a`, `b` | `a` |'],
    ['texts as they are', String.raw`| §--dry-run§ | change \*nothing\* |  |`.replaceAll('§', '`')],
    ['no HTML', '| `--text <text>` | with &lt;html> |  |'],
    ['examples', 'npx tool make x --env dev    # one for dev'],
    ['examples that explain themselves', 'npx tool make y --env prod'],
    ['what else the help says', 'A note.'],
  ])('has %s', (_, line) => {
    expect(lines).toContain(line);
  });

  it('has nothing that is hidden', () => {
    expect(lines.join('\n')).not.toMatch(/inner|--secret|tool help/);
  });
});
