import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';

/** Size and time of the last change, as make and git tell a changed file. Undefined where there is no file. */
type Fingerprint = string | undefined;

export interface Recorded {
  /** File that the fingerprints are written to. */
  readonly record: string;
  readonly outfile: string;
  /** Paths of what the outfile was made of. */
  readonly inputs: readonly string[];
  /** When the inputs were read, at the earliest, in milliseconds since 1970. */
  readonly startedAt: number;
}

/** Whether the outfile is the one of the record, and no input has changed since. Read in one go: a start waits for it. */
export function isRecorded(record: string, outfile: string): boolean {
  const known = readRecord(record);
  if (known?.[outfile] === undefined) return false;
  return Object.entries(known).every(([path, value]) => fingerprint(path) === value);
}

/** Writes what the outfile was made of, unless an input changed meanwhile: then the next start bundles again. */
export async function recordFingerprints({ record, outfile, inputs, startedAt }: Recorded): Promise<void> {
  if (inputs.some((path) => changedSince(path, startedAt))) return;
  const entries = [outfile, ...inputs].map((path) => [path, fingerprint(path)] as const);
  const unfinished = `${record}.${randomUUID()}`;
  await writeFile(unfinished, JSON.stringify(Object.fromEntries(entries)));
  await rename(unfinished, record);
}

/** When the last of these files changed, in seconds since 1970; those that are gone don't count. */
export function newestOf(paths: readonly string[]): number {
  return Math.max(0, ...paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)) / 1000;
}

function readRecord(record: string): Readonly<Record<string, string>> | undefined {
  if (fingerprint(record) === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(record, 'utf8')) as Record<string, string>;
  } catch (error) {
    // The machine went down while it was written.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fingerprint(path: string): Fingerprint {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && `${stats.size} ${stats.mtimeMs}`;
}

function changedSince(path: string, time: number): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > time;
}
