import type { ImageManifest } from './image-manifest.ts';

/** What kind of thing a manifest describes: its own word for it, else the type of its configuration. Indexes have none. */
export function artifactType({ artifactType: own, config }: ImageManifest): string | undefined {
  return own ?? config?.mediaType;
}
