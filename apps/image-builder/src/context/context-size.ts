import prettyBytes from 'pretty-bytes';
import type { ContextEntry } from './build-context.ts';

/** In bytes. Both contexts of this repository are below 1 MB; what is a thousand times that is there by mistake, mostly. */
export const LARGE_CONTEXT = 500_000_000;

const NAMED_FOLDERS = 3;

/** Content of all files, in bytes. */
export function contextBytes(entries: readonly ContextEntry[]): number {
  return entries.reduce((sum, entry) => sum + bytesIn(entry), 0);
}

/** What to say of a context that is too large: how large, what in it makes it so, and what to do. Nothing of any other. */
export function contextWarning(entries: readonly ContextEntry[]): string | undefined {
  const total = contextBytes(entries);
  if (total < LARGE_CONTEXT) return undefined;
  const parts = largest(entries).map(([name, bytes]) => `${prettyBytes(bytes)} in '${name}'`);
  return `warning: the build context has ${prettyBytes(total)}: ${parts.join(', ')}; name in .dockerignore what the image doesn't need`;
}

function largest(entries: readonly ContextEntry[]): [name: string, bytes: number][] {
  const sizes = new Map<string, number>();
  for (const entry of entries) {
    const place = placeOf(entry.path);
    sizes.set(place, (sizes.get(place) ?? 0) + bytesIn(entry));
  }
  return [...sizes].sort(([, a], [, b]) => b - a).slice(0, NAMED_FOLDERS);
}

/** Two levels: a pattern for `data/raw` may be right where one for `data` isn't. */
function placeOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function bytesIn(entry: ContextEntry): number {
  return entry.type === 'file' ? entry.bytes : 0;
}
