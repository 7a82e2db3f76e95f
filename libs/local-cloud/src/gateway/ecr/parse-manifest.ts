import type { ImageManifest } from './image-manifest.ts';

/** The manifest in a text; nothing when it isn't one. */
export function parseManifest(text: string): ImageManifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
