import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile, readdir, readlink, realpath } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { errorCode, errorMessage } from '@slipway/cli';
import { Failure } from '../failure.ts';
import type { BuildContext, ContextEntry, ContextFile } from './build-context.ts';
import { unreadable } from './context-unreadable.ts';
import { readIgnoreRules } from './ignore-rules.ts';
import type { IgnoreRules } from './ignore-rules.ts';

/**
 * Lists a folder as a build context, with the content of every file hashed.
 * @throws Failure `dockerfile-missing` or `context-unreadable`.
 */
export async function readContext(folder: string): Promise<BuildContext> {
  const dockerfile = await readDockerfile(folder);
  try {
    const entries = await walk(folder, '', await readIgnoreRules(folder));
    return { folder, dockerfile, entries: entries.sort((a, b) => (a.path < b.path ? -1 : 1)) };
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw unreadable(folder, `can't be read: ${String(cause)}`, cause);
  }
}

async function readDockerfile(folder: string): Promise<string> {
  const file = join(folder, 'Dockerfile');
  try {
    const real = await realpath(file);
    if (!real.startsWith(`${await realpath(folder)}${sep}`))
      throw new Error('it is a link to outside of the folder, which the engine never sees');
    // To read a pipe would wait for somebody to write into it.
    if (!(await lstat(real)).isFile()) throw new Error('it is no file');
    return await readFile(real, 'utf8');
  } catch (cause) {
    throw new Failure({
      code: 'dockerfile-missing',
      message: `there is no readable Dockerfile in '${folder}': ${errorMessage(cause)}`,
      fix: 'write one, or mend the context in libs/environments/src/containers.ts',
      cause,
    });
  }
}

async function walk(folder: string, below: string, rules: IgnoreRules): Promise<ContextEntry[]> {
  const names = await readdir(join(folder, below));
  const entries: ContextEntry[] = [];
  for (const name of names) entries.push(...(await enter(folder, below === '' ? name : `${below}/${name}`, rules)));
  return entries;
}

async function enter(folder: string, path: string, rules: IgnoreRules): Promise<ContextEntry[]> {
  const ignored = rules.ignores(path);
  const stats = await statsOf(join(folder, path));
  if (stats === undefined) {
    if (ignored) return [];
    throw unreadable(join(folder, path), 'was removed while it was read, or has a name that is no UTF-8');
  }
  if (!stats.isDirectory()) return ignored || stats.isSocket() ? [] : [await leaf(folder, path, stats)];
  if (ignored && !rules.mayKeepBelow(path)) return [];
  const children = await walk(folder, path, rules);
  return ignored && children.length === 0 ? [] : [{ type: 'folder', path }, ...children];
}

async function statsOf(file: string): Promise<Stats | undefined> {
  try {
    return await lstat(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function leaf(folder: string, path: string, stats: Stats): Promise<ContextEntry> {
  const file = join(folder, path);
  if (stats.isSymbolicLink()) return { type: 'link', path, target: await readlink(file) };
  if (!stats.isFile()) throw unreadable(file, 'is neither a file, a folder nor a link');
  return { type: 'file', path, executable: (stats.mode & 0o100) !== 0, ...(await read(file)) };
}

/** What was read counts, not what the file system said of the file before. */
async function read(file: string): Promise<Pick<ContextFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
