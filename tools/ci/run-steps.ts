import { isIdle } from './decide-steps.ts';
import type { Cloud, Variables } from './cloud-variables.ts';
import { isFailed, outcomeWords } from './outcome.ts';
import type { Ended, Outcome } from './outcome.ts';
import { commandLine } from './step.ts';
import type { Idle, Pipeline, Step } from './step.ts';

/** How one command is run, and the world around it: a fake in tests. */
export interface Machine {
  readonly cloud: Cloud;
  /** Runs a command with its output shown. @returns its exit code */
  readonly run: (command: Step['command'], variables: Variables) => Promise<number>;
  readonly say: (line: string) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  readonly isInterrupted: () => boolean;
}

/** Runs steps one after the other; what comes after a failure is not run where the pipeline says so. */
export async function runSteps(
  steps: readonly (Step | Idle)[],
  onFailure: Pipeline['onFailure'],
  machine: Machine,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const stopped = machine.isInterrupted() || outcomes.some((outcome) => stops(outcome, onFailure));
    outcomes.push(stopped ? { name: step.name, result: 'not run' } : await runOne(step, machine));
  }
  return outcomes;
}

async function runOne(step: Step | Idle, machine: Machine): Promise<Outcome> {
  if (isIdle(step)) {
    machine.say(`-- ${step.name}: ${step.idle}`);
    return { name: step.name, result: 'idle', why: step.idle };
  }
  machine.say(`\n>> ${step.name}: ${commandLine(step)}`);
  const start = machine.clock();
  const exitCode = await machine.run(step.command, await machine.cloud(step.cloud));
  const seconds = (machine.clock() - start) / 1000;
  const verdict = step.verdicts?.[exitCode];
  const result = exitCode === 0 ? 'passed' : 'failed';
  const ended: Ended = { name: step.name, result, seconds, exitCode, ...(verdict === undefined ? {} : { verdict }) };
  machine.say(`<< ${step.name}: ${outcomeWords(ended)}`);
  return ended;
}

function stops(outcome: Outcome, onFailure: Pipeline['onFailure']): boolean {
  if (onFailure === 'go on' || !isFailed(outcome)) return false;
  return onFailure === 'stop' || outcome.verdict === undefined;
}
