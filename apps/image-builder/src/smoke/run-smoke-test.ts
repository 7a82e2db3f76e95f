import { setTimeout } from 'node:timers/promises';
import { interrupted } from '@slipway/cli';
import { checkAnswer, checkExit, checkFiles, checkLogs, checkStop, checkUser, isWorldWritable } from './checks.ts';
import type { Verdict } from './checks.ts';
import type { ContainerId, ContainerRunner } from './container-runner.ts';
import type { SmokeStep } from './plan-smoke-test.ts';
import type { Probe, ProbeAnswer } from './probe.ts';
import type { SmokeRequest } from './smoke-test-config.ts';

/** What came of one step. What stands after a container that never came up is not run. */
export interface StepResult {
  readonly step: string;
  readonly outcome: 'passed' | 'failed' | 'not run';
  readonly detail: string;
  readonly milliseconds: number;
}

/** A running container, and what it is tried with. */
export interface Subject {
  readonly runner: ContainerRunner;
  readonly probe: Probe;
  readonly id: ContainerId;
  readonly port: number;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

const POLL_MILLISECONDS = 100;
const MILLISECONDS = 1000;

/** Tries a running container. A step that fails doesn't keep the others from running, unless the container never came up. */
export async function runSmokeTest(steps: readonly SmokeStep[], subject: Subject): Promise<StepResult[]> {
  const results: StepResult[] = [];
  let isUp = true;
  for (const step of steps) {
    const result = isUp ? await timed(step, subject) : notRun(step);
    if (step.kind === 'answers' && result.outcome === 'failed') isUp = false;
    results.push(result);
  }
  return results;
}

async function timed(step: SmokeStep, subject: Subject): Promise<StepResult> {
  const started = subject.now().getTime();
  const { passed, detail } = await verdictOf(step, subject);
  if (subject.signal.aborted) throw interrupted();
  const milliseconds = subject.now().getTime() - started;
  return { step: step.name, outcome: passed ? 'passed' : 'failed', detail, milliseconds };
}

function notRun({ name }: SmokeStep): StepResult {
  return { step: name, outcome: 'not run', detail: 'the container did not come up', milliseconds: 0 };
}

async function verdictOf(step: SmokeStep, subject: Subject): Promise<Verdict> {
  const { runner, id } = subject;
  switch (step.kind) {
    case 'answers':
      return answers(step, subject);
    case 'request':
      return checkAnswer(step.request, await ask(step.request, subject));
    case 'user':
      return checkUser(await runner.processes(id));
    case 'files':
      return worldWritable(subject);
    case 'logs':
      return checkLogs(await runner.logs(id), step.format);
    case 'stop':
      return stop(step.seconds, subject);
    case 'exit':
      return exit(step, subject);
    default:
      return step satisfies never;
  }
}

/** Any answer will do here: the step of this request looks at it. */
async function answers({ request, seconds }: SmokeStep & { kind: 'answers' }, subject: Subject): Promise<Verdict> {
  const answered = async (): Promise<Verdict | undefined> => {
    const { running, exitCode, outOfMemory } = await subject.runner.state(subject.id);
    const why = outOfMemory ? ', out of memory' : '';
    if (!running) return { passed: false, detail: `ended at its start with exit code ${exitCode ?? 'unknown'}${why}` };
    const answer = await ask(request, subject);
    return answer && { passed: true, detail: `answers on port ${subject.port}` };
  };
  const late = { passed: false, detail: `no answer on port ${subject.port} within ${seconds} s` };
  return (await repeat(answered, { seconds, subject })) ?? late;
}

async function exit({ code, seconds }: SmokeStep & { kind: 'exit' }, subject: Subject): Promise<Verdict> {
  const ended = async (): Promise<Verdict | undefined> => {
    const state = await subject.runner.state(subject.id);
    return state.running ? undefined : checkExit(state, code);
  };
  const late = { passed: false, detail: `still running after ${seconds} s` };
  return (await repeat(ended, { seconds, subject })) ?? late;
}

async function stop(seconds: number, { runner, id }: Subject): Promise<Verdict> {
  const { running } = await runner.state(id);
  if (!running) return { passed: false, detail: 'ended before it was asked to' };
  await runner.stop(id, seconds);
  return checkStop(await runner.state(id), seconds);
}

async function worldWritable({ runner, id }: Subject): Promise<Verdict> {
  const writable: string[] = [];
  let count = 0;
  for await (const file of runner.files(id)) {
    count += 1;
    if (isWorldWritable(file)) writable.push(`/${file.path}`);
  }
  return checkFiles(count, writable.sort());
}

async function ask(request: SmokeRequest, { probe, port, signal }: Subject): Promise<ProbeAnswer | undefined> {
  const { method, path, json } = request;
  return probe({ port, method, path, signal, ...(json === undefined ? {} : { body: JSON.stringify(json) }) });
}

interface Repeating {
  readonly seconds: number;
  readonly subject: Subject;
}

/** Asks until there is something to say, or the time is over. */
async function repeat<T>(work: () => Promise<T | undefined>, { seconds, subject }: Repeating): Promise<T | undefined> {
  const end = subject.now().getTime() + seconds * MILLISECONDS;
  for (;;) {
    const found = await work();
    if (found !== undefined) return found;
    if (subject.now().getTime() >= end) return undefined;
    await setTimeout(POLL_MILLISECONDS, undefined, { signal: subject.signal }).catch((error: unknown) => {
      throw interrupted(error);
    });
  }
}
