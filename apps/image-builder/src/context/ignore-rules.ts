import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import dockerignore from '@balena/dockerignore';
import { readOptional } from '../read-optional.ts';
import { unreadable } from './context-unreadable.ts';
import { mayMatchBelow } from './may-match-below.ts';

/** What `.dockerignore` keeps out of a context. */
export interface IgnoreRules {
  ignores(path: string): boolean;
  /** True when something below an ignored folder may be kept by a `!` pattern, so that it has to be listed. */
  mayKeepBelow(folder: string): boolean;
}

/** Reads the `.dockerignore` of a folder; without one nothing is ignored. */
export async function readIgnoreRules(folder: string): Promise<IgnoreRules> {
  const text = await textOf(join(folder, '.dockerignore'));
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const rules = dockerignore.default().add(lines);
  const exceptions = lines.map((line) => line.trim()).flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
  return {
    // The engine needs the Dockerfile in the context, whatever the patterns say.
    ignores: (path) => path !== 'Dockerfile' && rules.ignores(path),
    mayKeepBelow: (path) => exceptions.some((pattern) => mayMatchBelow(pattern, path)),
  };
}

async function textOf(file: string): Promise<string> {
  // What else can be wrong with it is said by the reading below.
  const stats = await stat(file).catch(() => undefined);
  // To read a pipe would wait for somebody to write into it.
  if (stats !== undefined && !stats.isFile()) throw unreadable(file, 'is no file');
  return (await readOptional(file)) ?? '';
}
