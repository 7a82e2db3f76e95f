import type { ContainerFile, ContainerProcess, ContainerState } from './container-runner.ts';
import type { ProbeAnswer } from './probe.ts';
import type { SmokeRequest } from './smoke-test-config.ts';

/** What came of a check: whether it passed, and what was seen, in words. */
export interface Verdict {
  readonly passed: boolean;
  readonly detail: string;
}

/** 128 and the number of SIGKILL, as the engine reports it. */
const KILLED = 137;
/** 128 and the number of SIGTERM: a program that has no handler for it ends like this. */
const TERMINATED = 143;
const SHOWN = 5;
const SHOWN_CHARACTERS = 200;
const STICKY = 0o1000;
const WRITABLE_BY_ALL = 0o002;

export function checkAnswer(
  { method, path, status, contains }: SmokeRequest,
  answer: ProbeAnswer | undefined,
): Verdict {
  const asked = `${method} ${path}`;
  if (answer === undefined) return failed(`${asked}: no answer`);
  if (answer.status !== status)
    return failed(`${asked}: status ${answer.status} instead of ${status}: ${shorten(answer.text)}`);
  if (contains !== undefined && !answer.text.includes(contains))
    return failed(`${asked}: the answer lacks '${contains}': ${shorten(answer.text)}`);
  return passed(`${asked}: status ${answer.status}`);
}

export function checkUser(processes: readonly ContainerProcess[]): Verdict {
  const [first] = processes;
  if (first === undefined) return failed('no process runs');
  const root = processes.filter(({ uid }) => uid === 0);
  if (root.length > 0) return failed(`runs as root: ${list(root.map(({ command }) => command))}`);
  return passed(`runs as user ${[...new Set(processes.map(({ uid }) => uid))].join(', ')}`);
}

/** Folders with the sticky bit are what `/tmp` is: all may write there, and nobody may take another's file away. */
export function isWorldWritable({ type, mode }: ContainerFile): boolean {
  return (type === 'file' || (type === 'directory' && (mode & STICKY) === 0)) && (mode & WRITABLE_BY_ALL) !== 0;
}

export function checkFiles(count: number, writable: readonly string[]): Verdict {
  if (count === 0) return failed('no file could be read');
  if (writable.length > 0) return failed(`${writable.length} writable by everyone: ${list(writable)}`);
  return passed(`${count} files, none writable by everyone`);
}

export function checkLogs(lines: readonly string[], format: 'json' | 'text'): Verdict {
  if (lines.length === 0) return failed('nothing was logged');
  const strange = format === 'json' ? lines.filter((line) => !isJsonObject(line)) : [];
  if (strange.length > 0) return failed(`${strange.length} of ${lines.length} lines are no JSON: ${list(strange)}`);
  return passed(`${lines.length} lines${format === 'json' ? ' of JSON' : ''}`);
}

export function checkStop({ exitCode, outOfMemory }: ContainerState, seconds: number): Verdict {
  if (outOfMemory) return failed('killed: out of memory');
  if (exitCode === KILLED) return failed(`did not end within ${seconds} s of SIGTERM, and was killed`);
  if (exitCode === 0 || exitCode === TERMINATED) return passed(`ended after SIGTERM with exit code ${exitCode}`);
  return failed(`ended after SIGTERM with exit code ${exitCode ?? 'unknown'}`);
}

export function checkExit({ running, exitCode, outOfMemory }: ContainerState, wanted: number): Verdict {
  if (running) return failed('did not end in time');
  if (outOfMemory) return failed('killed: out of memory');
  if (exitCode !== wanted) return failed(`exit code ${exitCode ?? 'unknown'} instead of ${wanted}`);
  return passed(`exit code ${wanted}`);
}

function isJsonObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function list(items: readonly string[]): string {
  const more = items.length > SHOWN ? `, and ${items.length - SHOWN} more` : '';
  return `${items.slice(0, SHOWN).map(shorten).join(', ')}${more}`;
}

function shorten(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text;
}

function passed(detail: string): Verdict {
  return { passed: true, detail };
}

function failed(detail: string): Verdict {
  return { passed: false, detail };
}
