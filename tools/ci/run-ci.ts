import { affectedTasks } from './affected-tasks.ts';
import type { CiArguments } from './ci-arguments.ts';
import { decideSteps, isIdle } from './decide-steps.ts';
import { changedFiles, findBase } from './git-facts.ts';
import { pipelines } from './pipelines.ts';
import { runSteps } from './run-steps.ts';
import type { Outcome } from './outcome.ts';
import type { Machine } from './run-steps.ts';
import { commandLine } from './step.ts';
import type { Idle, Step } from './step.ts';

/** Runs a pipeline in a workspace. @returns what became of each step; nothing of a dry run */
export async function runCi(workspace: string, options: CiArguments, machine: Machine): Promise<Outcome[]> {
  const base = await findBase(workspace, options.base);
  machine.say(`${options.pipeline}: what changed since ${base}`);
  const [files, affected] = await Promise.all([changedFiles(workspace, base), affectedTasks(workspace, base)]);
  const pipeline = pipelines[options.pipeline];
  const steps = decideSteps(pipeline, { base, changedFiles: files, affected }, options.only);
  if (!options.dryRun) return await runSteps(steps, pipeline.onFailure, machine);
  for (const step of steps) machine.say(described(step));
  return [];
}

function described(step: Step | Idle): string {
  return isIdle(step) ? `-- ${step.name}: ${step.idle}` : `>> ${step.name}: ${commandLine(step)}`;
}
