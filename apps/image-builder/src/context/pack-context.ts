import { Readable } from 'node:stream';
import { pack } from 'tar-fs';
import { modeOf } from './build-context.ts';
import type { BuildContext } from './build-context.ts';

/** 1980-01-01: what zip files can hold at the earliest, and the same on every machine. */
export const FIXED_TIME = new Date(315_532_800_000);

/** The context as a tar stream that is the same, byte for byte, for the same entries and contents. */
export function packContext({ folder, entries }: BuildContext): Readable {
  const modes = new Map(entries.map((entry) => [entry.path, modeOf(entry)]));
  const tar = pack(folder, {
    entries: entries.map(({ path }) => path),
    // The entries are the whole list: nothing is added by looking into folders.
    ignore: () => true,
    map: (header) => ({ ...header, mode: modes.get(header.name) ?? 0o755, uid: 0, gid: 0, mtime: FIXED_TIME }),
  });
  // tar-fs streams are not Node's own, which carry errors to the request that reads them.
  return Readable.from(tar);
}
