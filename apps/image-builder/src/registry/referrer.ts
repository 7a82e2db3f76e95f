import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { z } from 'zod';
import type { ManifestText, Referrer } from './image-registry.ts';

const digest = z.custom<Digest>(isDigest, 'not a sha256 digest');
const manifestSchema = z.object({
  artifactType: z.string().optional(),
  config: z.object({ mediaType: z.string() }).optional(),
  subject: z.object({ digest }).nullish(),
  annotations: z.record(z.string(), z.string()).optional(),
});

/** The digest that a manifest refers to, if it is a signature, an SBOM or the like. @throws Error when the text is no manifest */
export function subjectOf(text: string): Digest | undefined {
  return manifestSchema.parse(JSON.parse(text)).subject?.digest;
}

/** A manifest in an index of referrers (OCI distribution spec 1.1, pushing manifests with subject): with its artifact type and all its annotations. */
export function descriptorOf({ digest, mediaType, text }: ManifestText & { readonly digest: Digest }) {
  const { artifactType, config, annotations } = manifestSchema.parse(JSON.parse(text));
  const size = Buffer.byteLength(text);
  return { mediaType, digest, size, artifactType: artifactType ?? config?.mediaType, annotations };
}

/** A manifest as what refers to `subject`, if it does. An image's artifact type is that of its config (OCI image spec 1.1). */
export function referrerOf(
  subject: Digest,
  manifest: ManifestText & { readonly digest: Digest },
): Referrer | undefined {
  const { artifactType, config, subject: of } = manifestSchema.parse(JSON.parse(manifest.text));
  if (of?.digest !== subject) return undefined;
  return { digest: manifest.digest, mediaType: manifest.mediaType, artifactType: artifactType ?? config?.mediaType };
}

const indexSchema = z.object({
  manifests: z.array(z.object({ digest, mediaType: z.string(), artifactType: z.string().optional() })),
});

/** The answer of a registry to `referrers`, or the index under the fallback tag. */
export function parseReferrers(text: string): Referrer[] {
  const { manifests } = indexSchema.parse(JSON.parse(text));
  return manifests.map(({ digest, mediaType, artifactType }) => ({ digest, mediaType, artifactType }));
}

/** The tag of an index of referrers where a registry has no API for them (OCI distribution spec 1.1, referrers tag schema). */
export function referrersTag(subject: Digest): string {
  return subject.replace(':', '-');
}
