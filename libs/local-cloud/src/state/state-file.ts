import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../error-code.ts';
import { CloudError } from '../cloud-error.ts';
import type { CloudState } from './cloud-state.ts';

/** `state.json`: read and replaced as a whole, so that a reader never sees half of it. */
export class StateFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The state, or nothing when the cloud was never up. @throws CloudError when the file can't be understood. */
  async read(): Promise<CloudState | undefined> {
    const text = await readFile(this.path, 'utf8').catch(missing);
    return text === undefined ? undefined : parse(text, this.path);
  }

  /** Replaces the state by what `change` makes of it. Call it with the cloud's lock held. */
  async update(change: (state: CloudState) => CloudState): Promise<CloudState> {
    const state = change((await this.read()) ?? fresh());
    await mkdir(dirname(this.path), { recursive: true });
    const temporary = `${this.path}.${String(process.pid)}`;
    await writeFile(temporary, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
    await rename(temporary, this.path);
    return state;
  }
}

function fresh(): CloudState {
  return { version: 1, provider: 'stand-in', ports: {}, processes: {}, tokenSecret: randomBytes(32).toString('hex') };
}

function parse(text: string, path: string): CloudState {
  try {
    const state: unknown = JSON.parse(text);
    if (isState(state)) return state;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new CloudError(`"${path}" is no state of this version of the local cloud`, {
    fix: `end its processes if there are any, then remove the folder "${dirname(path)}"`,
  });
}

function isState(value: unknown): value is CloudState {
  const expected: Readonly<Record<string, string>> = { ports: 'object', processes: 'object', tokenSecret: 'string' };
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1) return false;
  const entries = new Map(Object.entries(value));
  return Object.entries(expected).every(([key, type]) => typeof entries.get(key) === type && entries.get(key) !== null);
}

function missing(cause: unknown): undefined {
  if (errorCode(cause) === 'ENOENT') return undefined;
  throw cause;
}
