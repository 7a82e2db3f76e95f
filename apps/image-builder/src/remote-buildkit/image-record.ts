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
});

/** A name, and the image that it means. */
export const nameSchema = z.object({ schemaVersion: z.literal(1), name: z.string(), id: digest });
