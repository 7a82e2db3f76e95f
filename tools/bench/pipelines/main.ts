/**
 * The pipeline of a pull request that touches nothing, one container, or everything: `nx bench-pipelines tools`. In a clone of the last
 * commit, with a local cloud of its own that is up already, and nothing in Nx's cache, as on a fresh machine. The least of the rounds counts. Rounds: the
 * first argument, 2 if none.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cloneWorkspace } from '../../affected/workspace-clone.ts';
import { timed, type Time } from '../timed.ts';
import { baseOf, CHANGES, edit, type Change } from './changes.ts';
import { printPipelines } from './print-pipelines.ts';

const ROUNDS = Number(process.argv[2] ?? 2);

const clone = await cloneWorkspace();
const { folder } = clone;
const cloud = (...words: readonly string[]) => clone.run('local-cloud', words);

/** @throws Error where the pipeline fails: nothing was shown then */
async function pipeline(change: Change, round: number): Promise<Time> {
  const base = baseOf(clone, change);
  await edit(folder, change, round);
  await rm(join(folder, '.nx'), { recursive: true, force: true });
  try {
    const command = ['npm', 'run', '--silent', 'ci:pr', '--', '--base', base] as const;
    const time = await timed({ command, cwd: folder, env: { CI: '', NODE_OPTIONS: '' } });
    process.stderr.write(`  ${change.name}: ${time.wall.toFixed(1)} s, CPU ${time.cpu.toFixed(1)} s\n`);
    return time;
  } finally {
    clone.restore();
  }
}

try {
  process.stderr.write('making the Python environments and a local cloud\n');
  clone.run('nx', ['run-many', '-t', 'venv']);
  cloud('up', '--engine');
  const times: Record<keyof typeof CHANGES, Time[]> = { nothing: [], container: [], everything: [] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    process.stderr.write(`round ${round} of ${ROUNDS}\n`);
    times.nothing.push(await pipeline(CHANGES.nothing, round));
    times.container.push(await pipeline(CHANGES.container, round));
    times.everything.push(await pipeline(CHANGES.everything, round));
  }
  process.stdout.write(printPipelines(times));
} finally {
  cloud('down', '--purge');
  await clone[Symbol.asyncDispose]();
}
