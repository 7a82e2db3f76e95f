import type { ControlPlane } from '../control-plane.ts';
import type { RepositoryId } from '../repository-id.ts';
import { isIndex } from './is-index.ts';
import { parseManifest } from './parse-manifest.ts';

/** For each image that indexes of the repository hold: the digests of those indexes. */
export async function referencesByIndexes(
  controlPlane: ControlPlane,
  id: RepositoryId,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const details = await controlPlane.details(id);
  const indexes = details.filter(({ imageManifestMediaType }) => isIndex(imageManifestMediaType));
  const references = new Map<string, string[]>();
  for (const index of await controlPlane.images(id, indexes)) {
    for (const member of parseManifest(index.manifest)?.manifests ?? [])
      references.set(member.digest, [...(references.get(member.digest) ?? []), index.digest]);
  }
  return references;
}
