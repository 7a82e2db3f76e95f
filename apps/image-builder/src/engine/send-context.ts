import type { Readable } from 'node:stream';
import { contextBytes } from '../context/context-size.ts';
import { packContext } from '../context/pack-context.ts';
import type { BuildRequest } from './image-engine.ts';

/** In bytes: a line for each 250 MB. A small context is there before anybody would read one. */
const LINE_EVERY = 250_000_000;

/** The context of a build as a tar stream that says how much of it is sent. */
export function sendContext({ context, onEvent }: Pick<BuildRequest, 'context' | 'onEvent'>): Readable {
  const total = contextBytes(context.entries);
  let bytes = 0;
  return packContext(context, (part) => {
    const lines = Math.floor(bytes / LINE_EVERY);
    bytes += part;
    if (Math.floor(bytes / LINE_EVERY) > lines) onEvent({ kind: 'sent', bytes, total });
  });
}
