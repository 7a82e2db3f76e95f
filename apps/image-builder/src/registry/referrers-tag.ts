import type { Digest } from '@slipway/images';
import { z } from 'zod';
import type { ImageRegistry, ManifestText, Referrer } from './image-registry.ts';
import { nonsense } from './registry-failure.ts';
import { descriptorOf, parseReferrers, referrersTag } from './referrer.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';

/** What these functions need of a registry. */
type Manifests = Pick<ImageRegistry, 'manifest' | 'putManifest'>;

/** What refers to an image, as the index under the fallback tag says (OCI distribution spec 1.1, referrers tag schema). */
export async function taggedReferrers(registry: Manifests, subject: Digest): Promise<readonly Referrer[]> {
  const index = await taggedIndex(registry, subject);
  return index === undefined ? [] : parseReferrers(index);
}

/**
 * Adds a manifest to the index under the fallback tag of its subject, as a client has to where the registry doesn't do it.
 * Two at the same time may lose one of them: the spec knows no lock. Copying again mends that.
 */
export async function tagReferrer(
  registry: Manifests,
  subject: Digest,
  manifest: ManifestText & { readonly digest: Digest },
): Promise<void> {
  const index = indexSchema.parse(JSON.parse((await taggedIndex(registry, subject)) ?? EMPTY));
  if (index.manifests.some(({ digest }) => digest === manifest.digest)) return;
  const text = JSON.stringify({ ...index, manifests: [...index.manifests, descriptorOf(manifest)] });
  await registry.putManifest(referrersTag(subject), { mediaType: INDEX, text });
}

/** Some registries take `sha256-...` for the digest and answer with the subject itself (github.com/oras-project/oras-go/issues/1396). */
async function taggedIndex(registry: Manifests, subject: Digest): Promise<string | undefined> {
  const found = await registry.manifest(referrersTag(subject));
  if (found === undefined || found.digest === subject) return undefined;
  if (found.mediaType === INDEX) return found.text;
  throw nonsense(
    `the tag '${referrersTag(subject)}' holds '${found.mediaType}', not an index of what refers to the image`,
  );
}

const EMPTY = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [] });
const indexSchema = z.looseObject({ manifests: z.array(z.looseObject({ digest: z.string() })) });
