import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import type { Extract } from 'tar-stream';

export type TarEntry = Extract extends AsyncIterable<infer Entry> ? Entry : never;

/** The entries of a tar, one after the other. Each has to be read or skipped (`resume`) before the next one comes. */
export async function* tarEntries(tar: NodeJS.ReadableStream): AsyncIterable<TarEntry> {
  const entries = extract();
  tar.on('error', (error: Error) => {
    entries.destroy(error);
  });
  tar.pipe(entries);
  try {
    yield* entries;
  } finally {
    if (tar instanceof Readable) tar.destroy();
  }
}

/** The path of an entry from the root, without a slash at the start or the end. */
export function entryPath({ header }: TarEntry): string {
  return header.name.replace(/^(?:\.?\/)+|\/+$/g, '');
}
