import { interrupted } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import { readManifest } from './read-manifest.ts';
import type { ReadManifest } from './read-manifest.ts';
import type { CopyRequest } from './copy-request.ts';

/** A manifest of the source, and what it refers to if it is a signature, an SBOM or the like. */
export interface WalkedManifest extends ReadManifest {
  readonly subject: Digest | undefined;
}

/** Everything that belongs to an image: the images of an index first, then the manifest, then what refers to it, and so on. */
export async function walkImage(request: Pick<CopyRequest, 'from' | 'digest' | 'signal'>): Promise<WalkedManifest[]> {
  const found = new Map<Digest, WalkedManifest>();
  const seen = new Set<Digest>();
  const visit = async (digest: Digest, subject?: Digest): Promise<void> => {
    if (seen.has(digest)) return;
    seen.add(digest);
    if (request.signal.aborted) throw interrupted();
    const manifest = await readManifest(request.from, digest);
    for (const child of manifest.children) await visit(child);
    found.set(digest, { ...manifest, subject });
    for (const referrer of await request.from.referrers(digest)) await visit(referrer.digest, digest);
  };
  await visit(request.digest);
  return [...found.values()];
}
