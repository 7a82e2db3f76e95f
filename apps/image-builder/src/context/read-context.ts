import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile, readdir, readlink, realpath } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { errorMessage } from '@slipway/cli';
import { Failure } from '../failure.ts';
import type { BuildContext, ContextEntry } from './build-context.ts';
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
    if ((await realpath(file)).startsWith(`${await realpath(folder)}${sep}`)) return await readFile(file, 'utf8');
    throw new Error('it is a link to outside of the folder, which the engine never sees');
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
  const stats = await lstat(join(folder, path));
  if (!stats.isDirectory()) return ignored || stats.isSocket() ? [] : [await leaf(folder, path, stats)];
  if (ignored && !rules.mayKeepBelow(path)) return [];
  const children = await walk(folder, path, rules);
  return ignored && children.length === 0 ? [] : [{ type: 'folder', path }, ...children];
}

async function leaf(folder: string, path: string, stats: Stats): Promise<ContextEntry> {
  const file = join(folder, path);
  if (stats.isSymbolicLink()) return { type: 'link', path, target: await readlink(file) };
  if (!stats.isFile()) throw unreadable(file, 'is neither a file, a folder nor a link');
  return { type: 'file', path, executable: (stats.mode & 0o100) !== 0, sha256: await sha256(file) };
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

function unreadable(path: string, problem: string, cause?: unknown): Failure {
  return new Failure({
    code: 'context-unreadable',
    message: `'${path}' in the build context ${problem}`,
    fix: 'make it readable, or name it in .dockerignore',
    cause,
  });
}
