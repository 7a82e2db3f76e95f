import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Job, Workflow, WorkflowStep } from './workflow.ts';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
const FOLDER = join(ROOT, '.github', 'workflows');

export interface NamedWorkflow {
  readonly file: string;
  readonly text: string;
  readonly workflow: Workflow;
}

export interface NamedJob {
  /** `file job`. */
  readonly name: string;
  readonly file: string;
  readonly job: Job;
  readonly workflow: Workflow;
}

export async function readWorkflows(): Promise<NamedWorkflow[]> {
  const files = (await readdir(FOLDER)).sort();
  return await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(FOLDER, file), 'utf8');
      return { file, text, workflow: parse(text) as Workflow };
    }),
  );
}

/** Steps of the action that every job starts with. */
export async function readSetup(): Promise<{ readonly text: string; readonly steps: readonly WorkflowStep[] }> {
  const text = await readFile(join(ROOT, '.github', 'actions', 'setup', 'action.yml'), 'utf8');
  const { runs } = parse(text) as { readonly runs: { readonly steps: readonly WorkflowStep[] } };
  return { text, steps: runs.steps };
}

export function jobsOf(workflows: readonly NamedWorkflow[]): NamedJob[] {
  return workflows.flatMap(({ file, workflow }) =>
    Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file} ${name}`, file, job, workflow })),
  );
}
