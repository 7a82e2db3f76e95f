import type { BuildEvent } from './build-event.ts';
import type { BuildTrace, TraceLog, TraceTime, TraceVertex } from './decode-trace.ts';

const KEPT_LINES = 20;

/** A step that failed, with the last lines it wrote. */
export interface FailedStep {
  readonly name: string;
  readonly error: string;
  readonly lastLines: readonly string[];
}

/** Follows a build through its traces: says what is new in each, and remembers what a report needs. */
export class BuildSteps {
  readonly #steps = new Map<string, Step>();

  /** Takes the next trace and returns what it adds, in order. */
  take(trace: BuildTrace): BuildEvent[] {
    return [
      ...trace.vertexes.flatMap((vertex) => this.#vertex(vertex)),
      ...trace.logs.flatMap((log) => this.#log(log)),
      ...trace.warnings.map(({ short }) => ({ kind: 'warning' as const, text: text(short) })),
    ];
  }

  get count(): number {
    return this.#steps.size;
  }

  get cachedCount(): number {
    return [...this.#steps.values()].filter(({ state }) => state === 'cached').length;
  }

  get failed(): FailedStep | undefined {
    const step = [...this.#steps.values()].find(({ state, name }) => state === 'failed' && !isAboutCache(name));
    return step && { name: step.name, error: step.error, lastLines: step.lines };
  }

  #vertex(vertex: TraceVertex): BuildEvent[] {
    const step = this.#step(vertex.digest, vertex.name);
    const state = stateOf(vertex);
    if (state === step.state) return [];
    Object.assign(step, { state, error: vertex.error });
    return eventOf(vertex, state);
  }

  #log({ vertex, msg }: TraceLog): BuildEvent[] {
    const step = this.#step(vertex, '');
    const lines = text(msg)
      .split(/\r?\n/)
      .map(lastRedraw)
      .filter((line) => line !== '');
    step.lines = [...step.lines, ...lines].slice(-KEPT_LINES);
    return lines.map((line) => ({ kind: 'log', step: step.name, text: line }));
  }

  #step(digest: string, name: string): Step {
    const known = this.#steps.get(digest);
    if (known !== undefined) return known;
    const step: Step = { name, state: 'waiting', error: '', lines: [] };
    this.#steps.set(digest, step);
    return step;
  }
}

interface Step {
  readonly name: string;
  state: State;
  error: string;
  lines: readonly string[];
}

type State = 'waiting' | 'started' | 'cached' | 'done' | 'failed';

function stateOf({ error, cached, started, completed }: TraceVertex): State {
  if (error !== '') return 'failed';
  if (cached) return 'cached';
  if (completed !== null) return 'done';
  return started === null ? 'waiting' : 'started';
}

function eventOf(vertex: TraceVertex, state: State): BuildEvent[] {
  const step = vertex.name;
  switch (state) {
    case 'waiting':
      return [];
    case 'started':
    case 'cached':
      return [{ kind: state, step }];
    case 'done':
      return [{ kind: 'done', step, milliseconds: milliseconds(vertex.completed) - milliseconds(vertex.started) }];
    case 'failed':
      if (isAboutCache(step)) return [{ kind: 'warning', text: `${step}: ${vertex.error}` }];
      return [{ kind: 'failed', step, error: vertex.error }];
    default:
      return state satisfies never;
  }
}

/** A cache that can't be read or written fails no build. */
function isAboutCache(step: string): boolean {
  return /^(?:importing cache manifest from|exporting cache to) /.test(step);
}

function milliseconds(time: TraceTime | null): number {
  return time === null ? 0 : time.seconds * 1000 + Math.round(time.nanos / 1e6);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).trimEnd();
}

/** Progress bars redraw their line after a carriage return: only what stands at the end counts. */
function lastRedraw(line: string): string {
  return line.split('\r').at(-1)?.trimEnd() ?? '';
}
