import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { z } from 'zod';

/** A blob that a manifest names. */
export interface BlobPart {
  readonly digest: Digest;
  /** In bytes. */
  readonly size: number;
}

/** What a manifest names: it can be stored only after these. */
export interface ManifestParts {
  /** The images of an index. */
  readonly children: readonly Digest[];
  readonly blobs: readonly BlobPart[];
}

/** @throws Error when the text is no manifest */
export function manifestParts(text: string): ManifestParts {
  const { config, layers, manifests } = schema.parse(JSON.parse(text));
  const blobs = [config, ...layers].filter((part) => part !== undefined);
  return {
    children: manifests.map((child) => child.digest),
    blobs: blobs.filter((part) => !ELSEWHERE.test(part.mediaType)).map(({ digest, size }) => ({ digest, size })),
  };
}

/** Layers that registries don't hold: their content is at the addresses in the descriptor (OCI image spec, non-distributable layers; Docker's foreign layers). */
const ELSEWHERE = /\.nondistributable\.|\.foreign\./;
const digest = z.custom<Digest>(isDigest, 'not a sha256 digest');
const descriptor = z.object({ digest, size: z.int().nonnegative(), mediaType: z.string() });
const schema = z.object({
  config: descriptor.optional(),
  layers: z.array(descriptor).default([]),
  manifests: z.array(descriptor).default([]),
});
