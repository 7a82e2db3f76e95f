import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { z } from 'zod';

/** A layer or a config, as a registry stores it. */
export interface Blob {
  readonly digest: string;
  readonly bytes: number;
}

const digest = z.custom<Digest>(isDigest, 'not a sha256 digest');
const descriptor = z.object({ digest, size: z.number().nonnegative(), mediaType: z.string().default('') });
const schema = z.object({ config: descriptor.optional(), layers: z.array(descriptor).default([]) });

/**
 * What a manifest makes a registry store. An index has nothing of its own: its images are in the repository on their own. Layers that
 * may not be distributed stay where their address says (OCI image spec, non-distributable layers; Docker's foreign layers).
 * @throws ZodError when the text is no manifest
 */
export function blobsOf(manifest: string): Blob[] {
  const { config, layers } = schema.parse(JSON.parse(manifest));
  return [config, ...layers]
    .filter((part) => part !== undefined)
    .filter(({ mediaType }) => !/nondistributable|foreign/.test(mediaType))
    .map(({ digest: of, size }) => ({ digest: of, bytes: size }));
}
