import { beforeAll, describe, expect, it } from '@jest/globals';
import { jobsOf, readSetup, readWorkflows } from './read-workflows.ts';
import type { NamedJob, NamedWorkflow } from './read-workflows.ts';
import type { WorkflowStep } from './workflow.ts';

/** What a job may do beyond reading the repository, and what for. */
const ALLOWED: Readonly<Record<string, string>> = {
  'id-token': 'write',
  actions: 'read',
  'pull-requests': 'write',
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
    for (const { name, job, workflow } of jobs) {
      expect({ name, limited: (job['timeout-minutes'] ?? 360) <= 60 }).toEqual({ name, limited: true });
      if (job.environment === undefined) continue;
      const { group, 'cancel-in-progress': cancelled } = job.concurrency ?? workflow.concurrency ?? { group: '' };
      expect({ name, group, cancelled }).toEqual({
        name,
        group: expect.stringContaining(job.environment),
        cancelled: false,
      });
    }
  });

  it('run on main alone, where a role trusts main and the event could be elsewhere', () => {
    for (const { name, job, workflow } of jobs) {
      const events = Object.keys(workflow.on as object);
      if (job.permissions?.['id-token'] === undefined || job.environment !== undefined) continue;
      if (!events.includes('workflow_dispatch')) continue;
      expect({ name, condition: job.if }).toEqual({ name, condition: "github.ref == 'refs/heads/main'" });
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
