/** The pipelines of CI: `node tools/ci/main.ts pr`. The workflows run the same steps. */
import { appendFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { execa } from 'execa';
import { CiFailure } from './ci-failure.ts';
import { parseCiArguments, USAGE } from './ci-arguments.ts';
import type { CiArguments } from './ci-arguments.ts';
import { ambientCloud, localCloud } from './cloud-variables.ts';
import { runCi } from './run-ci.ts';
import { exitCodeOf } from './outcome.ts';
import type { Machine } from './run-steps.ts';
import { markdownSummary, textSummary } from './summary.ts';

const workspace = resolve(import.meta.dirname, '..', '..');
let interrupted = false;
const termination = new AbortController();
// Ctrl-C reaches the whole process group: a second signal from here would make Terraform give its state up.
process.on('SIGINT', () => {
  interrupted = true;
});
process.on('SIGTERM', () => {
  interrupted = true;
  termination.abort();
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  const options = parseCiArguments(process.argv.slice(2));
  if (options === undefined) say(USAGE);
  else process.exitCode = await ci(options);
} catch (error) {
  if (!(error instanceof CiFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}

async function ci(options: CiArguments): Promise<number> {
  const machine: Machine = {
    cloud: options.localCloud ? localCloud(workspace) : ambientCloud,
    run: runCommand,
    say,
    clock: () => performance.now(),
    isInterrupted: () => interrupted,
  };
  const outcomes = await runCi(workspace, options, machine);
  if (options.dryRun) return 0;
  say(`\n${textSummary(outcomes)}`);
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file !== undefined && file !== '') await appendFile(file, markdownSummary(options.pipeline, outcomes));
  return exitCodeOf(outcomes, interrupted);
}

async function runCommand(
  [file, ...args]: readonly [string, ...string[]],
  variables: Readonly<Record<string, string>>,
) {
  const { exitCode, shortMessage } = await execa(file, args, {
    cwd: workspace,
    preferLocal: true,
    localDir: workspace,
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    env: { NX_DAEMON: 'false', NX_TUI: 'false', ...variables },
    cancelSignal: termination.signal,
    reject: false,
  });
  if (exitCode === undefined) say(shortMessage ?? `'${file}' did not start`);
  return exitCode ?? 1;
}
