import { entryPath, tarEntries } from '../tar/tar-entries.ts';
import type { TarEntry } from '../tar/tar-entries.ts';
import type { ContainerFile } from './container-runner.ts';

/** The engine mounts over these. */
const NOT_THE_IMAGES = /^(?:dev|proc|sys)(?:\/|$)/;

/** The files of a container's tar, without their content. */
export async function* containerFiles(tar: NodeJS.ReadableStream): AsyncIterable<ContainerFile> {
  for await (const entry of tarEntries(tar)) {
    entry.resume();
    const path = entryPath(entry);
    if (path !== '' && !NOT_THE_IMAGES.test(path)) yield { path, mode: entry.header.mode, type: typeOf(entry) };
  }
}

/** A hard link has the bits of the file that it is. */
function typeOf({ header: { type } }: TarEntry): ContainerFile['type'] {
  if (type === 'directory') return 'directory';
  return type === 'file' || type === 'contiguous-file' || type === 'link' ? 'file' : 'other';
}
