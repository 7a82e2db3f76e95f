import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseCiArguments } from '../ci-arguments.ts';
import { commandsIn } from './commands-in.ts';
import { jobsOf, readSetup, readWorkflows, ROOT } from './read-workflows.ts';
import type { NamedJob, NamedWorkflow } from './read-workflows.ts';
import type { WorkflowStep } from './workflow.ts';

/** What a job may do beyond reading the repository, and what for. */
const ALLOWED: Readonly<Record<string, string>> = {
  'id-token': 'write',
  actions: 'read',
};

let workflows: NamedWorkflow[] = [];
let jobs: NamedJob[] = [];
let steps: WorkflowStep[] = [];
beforeAll(async () => {
  workflows = await readWorkflows();
  jobs = jobsOf(workflows);
  steps = [...jobs.flatMap(({ job }) => job.steps), ...(await readSetup()).steps];
});

describe('the workflows', () => {
  it('pin every action by its commit, and say which version that is', async () => {
    const texts = [...workflows.map(({ text }) => text), (await readSetup()).text].join('\n');
    const lines = texts.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    const foreign = lines.filter((line) => !line.includes('uses: ./'));
    expect(foreign.length).toBeGreaterThan(5);
    for (const line of foreign) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('name one commit for each action', () => {
    const pins = new Set(steps.flatMap(({ uses }) => (uses === undefined || uses.startsWith('./') ? [] : [uses])));
    const actions = [...pins].map((pin) => pin.split('@')[0]);
    expect(actions).toEqual([...new Set(actions)]);
  });

  it('may only read, and a job that may more says so itself', () => {
    for (const { workflow } of workflows) expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { name, job } of jobs) {
      const { contents, ...more } = job.permissions ?? { contents: 'read' };
      expect({ name, contents }).toEqual({ name, contents: 'read' });
      for (const [permission, level] of Object.entries(more))
        expect({ name, level }).toEqual({ name, level: ALLOWED[permission] });
    }
  });

  it('ask for an identity token exactly where a role is assumed', () => {
    for (const { name, job } of jobs) {
      const assumes = job.steps.some(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'));
      expect({ name, token: job.permissions?.['id-token'] === 'write' }).toEqual({ name, token: assumes });
    }
  });

  it('let nothing that somebody else wrote into a script, and no secret: variables hold it', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    for (const { text } of workflows) expect(text).not.toContain('secrets.');
  });

  it('leave no token behind in the checkout', () => {
    for (const { uses, with: settings } of steps.filter((step) => step.uses?.startsWith('actions/checkout@')))
      expect({ uses, kept: settings?.['persist-credentials'] }).toEqual({ uses, kept: false });
  });

  it('end in time, and are never cancelled while they change an environment', () => {
    for (const { name, job } of jobs) {
      expect({ name, limited: (job['timeout-minutes'] ?? 360) <= 60 }).toEqual({ name, limited: true });
      if (job.environment === undefined) continue;
      expect(job.concurrency).toEqual({ group: job.environment, 'cancel-in-progress': false });
    }
  });

  it('start no matrix that is empty', () => {
    for (const { name, job } of jobs) {
      const lists = JSON.stringify(job.strategy?.matrix ?? {}).match(/fromJSON\(([\w.]+)\)/g) ?? [];
      for (const list of lists)
        expect({ name, condition: job.if }).toEqual({
          name,
          condition: expect.stringContaining(`${list.slice('fromJSON('.length, -1)} != '[]'`),
        });
    }
  });
});

describe('the commands of the workflows', () => {
  it('are scripts that are there, with arguments that they take', () => {
    const commands = steps.flatMap(({ run }) => commandsIn(run ?? ''));
    expect(commands.length).toBeGreaterThan(5);
    for (const [program, ...args] of commands) {
      if (program === 'npm') expect(args).toEqual(['ci']);
      else
        expect({ program, file: args[0], there: existsSync(join(ROOT, args[0] ?? '')) }).toEqual({
          program: 'node',
          file: args[0],
          there: true,
        });
      if (args[0] === 'tools/ci/main.ts') expect(() => parseCiArguments(args.slice(1).map(unquoted))).not.toThrow();
    }
  });

  it('use the Node that the repository names', async () => {
    const { steps: setup } = await readSetup();
    const version = (await readFile(join(ROOT, '.node-version'), 'utf8')).trim();
    const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    expect(setup.map((step) => step.with?.['node-version-file'])).toContain('.node-version');
    expect(devDependencies['node']).toBe(version);
  });
});

function unquoted(word: string): string {
  return word.replaceAll('"', '');
}
