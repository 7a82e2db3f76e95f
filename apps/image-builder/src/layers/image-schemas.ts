import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { z } from 'zod';

const digest = z.custom<Digest>(isDigest, 'not a sha256 digest');
const descriptor = z.object({ digest, size: z.number(), mediaType: z.string().default('') });
const platform = z.object({ os: z.string(), architecture: z.string(), variant: z.string().optional() });

/** An image index: Docker calls it a manifest list (OCI image spec, image index). */
export const indexSchema = z.object({
  manifests: z.array(
    descriptor.extend({
      platform: platform.optional(),
      annotations: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** The manifest of one image (OCI image spec, image manifest). */
export const imageSchema = z.object({ config: descriptor, layers: z.array(descriptor) });

/** The config of an image (OCI image spec, image configuration): Docker writes `null` for what is empty. */
export const configSchema = platform.extend({
  created: z.string().optional(),
  config: z
    .object({
      User: z.string().nullish(),
      WorkingDir: z.string().nullish(),
      Entrypoint: z.array(z.string()).nullish(),
      Cmd: z.array(z.string()).nullish(),
      Env: z.array(z.string()).nullish(),
      ExposedPorts: z.record(z.string(), z.unknown()).nullish(),
      Volumes: z.record(z.string(), z.unknown()).nullish(),
      Labels: z.record(z.string(), z.string()).nullish(),
    })
    .nullish(),
  history: z.array(z.object({ created_by: z.string().optional(), empty_layer: z.boolean().optional() })).nullish(),
});

export type ImageManifest = z.infer<typeof imageSchema>;
export type ConfigDocument = z.infer<typeof configSchema>;
export type Index = z.infer<typeof indexSchema>;
export type Platform = z.infer<typeof platform>;
