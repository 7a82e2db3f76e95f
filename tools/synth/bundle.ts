import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { isMissing } from './is-missing.ts';
import { readOptional } from './read-optional.ts';

/**
 * Bundles an app into one file, unless no input changed since the last bundle. One file loads three times as fast as
 * the modules, and Node's compile cache applies to it.
 * @returns whether it was built anew
 */
export async function bundle(entry: string, outfile: string): Promise<boolean> {
  const record = `${outfile}.inputs.json`;
  if (await isFresh(outfile, record)) return false;
  await mkdir(dirname(outfile), { recursive: true });
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
    metafile: true,
    logLevel: 'error',
  });
  await writeFile(record, JSON.stringify(await fingerprints(metafile)));
  return true;
}

async function isFresh(outfile: string, record: string): Promise<boolean> {
  const [exists, recorded] = await Promise.all([fingerprint(outfile), readRecord(record)]);
  if (exists === undefined || recorded === undefined) return false;
  const now = await Promise.all(Object.keys(recorded).map(fingerprint));
  return Object.values(recorded).every((known, index) => known === now[index]);
}

async function readRecord(record: string): Promise<Record<string, string> | undefined> {
  const text = await readOptional(record);
  return text === undefined ? undefined : (JSON.parse(text) as Record<string, string>);
}

async function fingerprints({ inputs }: Metafile): Promise<Record<string, string>> {
  const paths = Object.keys(inputs);
  const values = await Promise.all(paths.map(fingerprint));
  return Object.fromEntries(paths.map((path, index) => [path, values[index] ?? '']));
}

/** Size and time of the last change, as make and git tell a changed file. */
async function fingerprint(path: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${size} ${mtimeMs}`;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
