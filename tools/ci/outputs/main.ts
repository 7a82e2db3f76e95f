/** Tells a workflow which jobs it needs: `node tools/ci/outputs/main.ts --base <commit>`. Prints them, and writes GITHUB_OUTPUT. */
import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { affectedTasks } from '../affected-tasks.ts';
import { CiFailure } from '../ci-failure.ts';
import { findBase } from '../git-facts.ts';
import { workflowOutputs } from './workflow-outputs.ts';

const workspace = resolve(import.meta.dirname, '..', '..', '..');

try {
  const { values } = parseArgs({ options: { base: { type: 'string' } } });
  const affected = await affectedTasks(workspace, await findBase(workspace, values.base));
  const lines = Object.entries(workflowOutputs(affected)).map(([name, value]) => `${name}=${value}\n`);
  process.stdout.write(lines.join(''));
  const file = process.env['GITHUB_OUTPUT'];
  if (file !== undefined && file !== '') await appendFile(file, lines.join(''));
} catch (error) {
  if (!(error instanceof CiFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
