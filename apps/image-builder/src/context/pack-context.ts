import { createHash } from 'node:crypto';
import { Readable, Transform, pipeline } from 'node:stream';
import { isFailure } from '@slipway/cli';
import { pack } from 'tar-fs';
import { modeOf } from './build-context.ts';
import type { BuildContext, ContextFile } from './build-context.ts';
import { changed } from './context-unreadable.ts';

/** 1980-01-01: what zip files can hold at the earliest, and the same on every machine. */
export const FIXED_TIME = new Date(315_532_800_000);

/**
 * The context as a tar stream that is the same, byte for byte, for the same entries and contents.
 * It fails with `context-unreadable` when a file isn't as it was when the context was read.
 * @param onPart told the number of bytes of each part
 */
export function packContext(
  { folder, entries }: BuildContext,
  onPart: (bytes: number) => void = () => undefined,
): Readable {
  const modes = new Map(entries.map((entry) => [entry.path, modeOf(entry)]));
  const files = new Map(entries.flatMap((entry) => (entry.type === 'file' ? [[entry.path, entry] as const] : [])));
  const tar = pack(folder, {
    entries: entries.map(({ path }) => path),
    // The entries are the whole list: nothing is added by looking into folders.
    ignore: () => true,
    map: (header) => ({ ...header, mode: modes.get(header.name) ?? 0o755, uid: 0, gid: 0, mtime: FIXED_TIME }),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- The types want a file's stream back; tar-fs only reads from it ("a mapped stream" in its README).
    mapStream: (content, { name }) => checked(content, { name, file: files.get(name) }) as typeof content,
  });
  // tar-fs streams are not Node's own, which carry errors to the request that reads them.
  return Readable.from(parts(tar, { folder, onPart }));
}

interface Sending {
  readonly folder: string;
  readonly onPart: (bytes: number) => void;
}

async function* parts(tar: AsyncIterable<unknown>, { folder, onPart }: Sending): AsyncIterable<Uint8Array> {
  try {
    for await (const part of tar as AsyncIterable<Uint8Array>) {
      onPart(part.length);
      yield part;
    }
  } catch (error) {
    throw isFailure(error) ? error : changed(folder, error);
  }
}

interface Expected {
  readonly name: string;
  readonly file: ContextFile | undefined;
}

/** The same content; it ends with a failure when it is another than that of the file. */
function checked(content: Readable, { name, file }: Expected): Readable {
  const hash = createHash('sha256');
  const check = new Transform({
    transform: (chunk: Uint8Array, _, next) => {
      hash.update(chunk);
      next(null, chunk);
    },
    flush: (end) => {
      end(hash.digest('hex') === file?.sha256 ? null : changed(name));
    },
  });
  // An error of either is one of `check`, which whoever reads it gets.
  return pipeline(content, check, () => undefined);
}
