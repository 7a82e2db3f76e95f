/**
 * Writes what reviewers get of saved plans: `node tools/ci/review/main.ts dev prod`, or `--matrix` and the output `environments`. `dist/ci/review.md` is the comment, and GitHub's step summary
 * gets as much of the review as it takes. The output `changed` says whether there is anything to say. Exit codes are those of plan-review.
 */
import { appendFile, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { PlanEntry } from '../outputs/workflow-outputs.ts';
import { writeReview } from './write-review.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { matrix: { type: 'string', default: '[]' } },
});
const matrix = JSON.parse(values.matrix) as readonly PlanEntry[];
const environments = [...positionals, ...matrix.map(({ environment }) => environment)];

const { exitCode, changed, summary } = await writeReview(environments, {
  dist: 'dist',
  stacks: 'cdktf.out/stacks',
});
if (summary !== undefined) {
  await append('GITHUB_OUTPUT', `changed=${String(changed)}\n`);
  await append('GITHUB_STEP_SUMMARY', await readFile(summary, 'utf8'));
}
process.exitCode = exitCode;

async function append(variable: string, text: string): Promise<void> {
  const file = process.env[variable];
  if (file !== undefined && file !== '') await appendFile(file, text);
}
