/**
 * Checks workflows with actionlint: `node tools/ci/lint-workflows/main.ts`, or with another folder of them.
 * Exit code 1: something is wrong with them.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lintWorkflow } from './lint-workflow.ts';

const folder = process.argv[2] ?? join('.github', 'workflows');
const files = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
const problems: string[] = [];
for (const name of files) {
  const file = join(folder, name);
  problems.push(...(await lintWorkflow(file, await readFile(file, 'utf8'))));
}
process.stdout.write(
  [...problems, `actionlint: ${files.length} workflows, ${problems.length} problems`, ''].join('\n'),
);
if (problems.length > 0) process.exitCode = 1;
