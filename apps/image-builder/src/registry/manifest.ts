import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { z } from 'zod';

/** What is read of a manifest: an image's has a config, an index of several images has none. */
export interface Manifest {
  readonly config: { readonly digest: Digest; readonly size: number } | undefined;
  /** Config and layers, in bytes. */
  readonly bytes: number;
}

/** Media types of image manifests and of lists of them, in Docker's and the OCI's formats. */
export const MANIFEST_TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
] as const;

/** @throws Error when the text is no manifest */
export function parseManifest(text: string): Manifest {
  const { config, layers } = schema.parse(JSON.parse(text));
  const bytes = [config, ...layers].reduce((sum, part) => sum + (part?.size ?? 0), 0);
  return { config, bytes };
}

/** Labels of an image config. */
export function parseConfigLabels(text: string): Readonly<Record<string, string>> {
  return configSchema.parse(JSON.parse(text)).config?.Labels ?? {};
}

const digest = z.custom<Digest>(isDigest, 'not a sha256 digest');
const descriptor = z.object({ digest, size: z.number() });
const schema = z.object({ config: descriptor.optional(), layers: z.array(descriptor).default([]) });
const configSchema = z.object({ config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }).optional() });
