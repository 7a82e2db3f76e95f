/**
 * All tests: `node tools/test/main.ts`, or `node tools/test/main.ts unit` for what needs no Docker. Runs everything even
 * when something fails, and ends with a line `N passed, N failed`.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { countResults } from './count-results.ts';
import { withLocalCloud } from './with-local-cloud.ts';

const RESULTS = join('dist', 'test-results');
const unitOnly = process.argv[2] === 'unit';

type Environment = Readonly<Record<string, string>>;

async function nx(args: readonly string[], environment: Environment = {}): Promise<boolean> {
  return await succeeds('nx', ['run-many', ...args], { NX_DAEMON: 'false', NX_TUI: 'false', ...environment });
}

async function succeeds(command: string, args: readonly string[], env: Environment = {}): Promise<boolean> {
  return !(await execa(command, args, { preferLocal: true, stdio: 'inherit', reject: false, env })).failed;
}

await rm(RESULTS, { recursive: true, force: true });
const targets = unitOnly ? ['test'] : ['lint', 'typecheck', 'test'];
const outcomes = [await nx(['-t', ...targets, '--parallel=2'])];
if (!unitOnly) {
  outcomes.push(await succeeds('prettier', ['--check', '--log-level=warn', '.']));
  outcomes.push(
    await withLocalCloud((environment) => nx(['-t', 'e2e', '--parallel=1', '--output-style=stream'], environment)),
  );
}

const { passed, failed } = await countResults(RESULTS);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
if (failed > 0 || passed === 0 || outcomes.includes(false)) process.exitCode = 1;
