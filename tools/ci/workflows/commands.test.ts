import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environments } from '@slipway/environments';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { commandProblem } from '../../docs/commands/command-problem.ts';
import type { Known } from '../../docs/commands/command-problem.ts';
import { knownCommands } from '../../docs/commands/known-commands.ts';
import { shellCommands } from '../../docs/commands/shell-commands.ts';
import { parseCiArguments } from '../ci-arguments.ts';
import { decideSteps, isIdle } from '../decide-steps.ts';
import { pipelines } from '../pipelines.ts';
import type { PipelineName } from '../pipelines.ts';
import { facts } from '../testing/facts.ts';
import { jobsOf, readSetup, readWorkflows, ROOT } from './read-workflows.ts';

let known: Known;
beforeAll(async () => {
  known = await knownCommands(ROOT);
}, 60_000);

/** A workspace in which everything is affected. */
const EVERYTHING = facts({
  changedFiles: ['README.md'],
  affected: {
    lint: ['tools'],
    typecheck: ['tools'],
    test: ['tools'],
    synth: Object.keys(environments),
    plan: Object.keys(environments),
    deploy: Object.keys(environments),
    image: ['server', 'training'],
  },
});

describe('the commands of a workflow', () => {
  it('are scripts and programs that are there, with arguments that they take', async () => {
    const steps = [...jobsOf(await readWorkflows()).flatMap(({ job }) => job.steps), ...(await readSetup()).steps];
    const commands = steps.flatMap(({ run }) => shellCommands(withOptions(run ?? '')));
    expect(commands.length).toBeGreaterThan(15);
    for (const words of commands)
      expect({ words, problem: await problemOf(words) }).toEqual({ words, problem: undefined });
  });

  it('run on the Node that the repository names', async () => {
    const { steps } = await readSetup();
    const version = (await readFile(join(ROOT, '.node-version'), 'utf8')).trim();
    const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    expect(steps.map((step) => step.with?.['node-version-file'])).toContain('.node-version');
    expect(devDependencies['node']).toBe(version);
  });
});

describe('the commands of a pipeline', () => {
  it.each(Object.keys(pipelines) as PipelineName[])('%s are there, with arguments that they take', async (name) => {
    const steps = decideSteps(pipelines[name], EVERYTHING);
    expect(steps.filter(isIdle)).toEqual([]);
    for (const step of steps) {
      if (isIdle(step) || step.command[0] === 'prettier') continue;
      const words = step.command[0] === 'node' ? step.command : ['npx', ...step.command];
      expect({ words, problem: await problemOf(words) }).toEqual({ words, problem: undefined });
    }
  });
});

/** `${TAG:+--tag "$TAG"}` with its option. */
function withOptions(run: string): string {
  return run.replaceAll(/\$\{\w+:\+([^}]*)\}/g, '$1');
}

async function problemOf(words: readonly string[]): Promise<string | undefined> {
  const [program, file = '', ...args] = words;
  if (program === 'exit') return undefined;
  if (program !== 'node') return await commandProblem(known, file === 'nx' ? targetsOf(words) : words);
  if (!existsSync(join(ROOT, file))) return `there is no '${file}'`;
  if (known.programs.some(({ call }) => call === `node ${file}`)) return await commandProblem(known, words);
  if (file === 'tools/ci/main.ts') parseCiArguments(args);
  return undefined;
}

/** `nx run-many` takes targets as `nx affected` does; flags of Nx are its own. */
function targetsOf(words: readonly string[]): string[] {
  return words.filter((word) => !word.startsWith('--')).map((word) => (word === 'run-many' ? 'affected' : word));
}
