import { extract } from 'tar-stream';
import type { Header } from 'tar-stream';
import type { ContainerFile } from './container-runner.ts';

/** The engine mounts over these. */
const NOT_THE_IMAGES = /^(?:dev|proc|sys)(?:\/|$)/;

/** The files of a container's tar, without their content. */
export async function* containerFiles(tar: NodeJS.ReadableStream): AsyncIterable<ContainerFile> {
  const entries = extract();
  tar.on('error', (error: Error) => {
    entries.destroy(error);
  });
  tar.pipe(entries);
  for await (const entry of entries) {
    entry.resume();
    const { name, mode } = entry.header;
    const path = name.replace(/^\.?\/+|\/+$/g, '');
    if (path !== '' && !NOT_THE_IMAGES.test(path)) yield { path, mode, type: typeOf(entry.header) };
  }
}

/** A hard link has the bits of the file that it is. */
function typeOf({ type }: Header): ContainerFile['type'] {
  if (type === 'directory') return 'directory';
  return type === 'file' || type === 'contiguous-file' || type === 'link' ? 'file' : 'other';
}
