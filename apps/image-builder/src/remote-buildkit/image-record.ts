import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { z } from 'zod';

/** What the store says of an image: its blobs are beside it. */
export type StoredImage = z.infer<typeof imageSchema>;

const digest = z.custom<Digest>(isDigest, 'not a sha256 digest');

export const imageSchema = z.object({
  schemaVersion: z.literal(1),
  /** Digest of the config, which Docker calls the image id. */
  id: digest,
  manifest: z.object({ digest, mediaType: z.string() }),
  labels: z.record(z.string(), z.string()),
  /** Uncompressed size of the layers, in bytes. */
  bytes: z.number(),
  /** Its manifest, config and layers. */
  blobs: z.array(digest),
});

/** A name, and the image that it means. */
export type StoredName = z.infer<typeof nameSchema>;

export const nameSchema = z.object({ schemaVersion: z.literal(1), name: z.string(), id: digest });
