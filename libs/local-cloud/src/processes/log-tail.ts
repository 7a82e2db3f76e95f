import { readFile } from 'node:fs/promises';

/** The last lines of a log, newest last; a message instead when there is no log. */
export async function logTail(path: string, lines = 15): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => 'it wrote no log');
  return text.trimEnd().split('\n').slice(-lines);
}
