import { inParallel, interrupted } from '@slipway/cli';
import { addTags, prove } from './add-tags.ts';
import { copyBlob } from './copy-blob.ts';
import type { CopyPlan, PlannedBlob } from './copy-plan.ts';
import type { CopyFacts, CopyRequest } from './copy-request.ts';

/** Layers on their way at the same time: as many as Docker sends (dockerd's `max-concurrent-uploads`, 5). */
const BLOBS_AT_ONCE = 5;

/** Does what the plan says: blobs, then manifests, then tags; and asks the target whether it is so. It may be done again. */
export async function applyCopy(plan: CopyPlan, request: CopyRequest): Promise<CopyFacts> {
  return request.progress.during(`copy ${plan.digest}`, async (say) => {
    const blobs = await copyBlobs(plan.blobs, request, say);
    const manifests = await copyManifests(plan, request);
    await addTags(plan, request.to, say);
    return { digest: plan.digest, manifests, ...blobs };
  });
}

type BlobFacts = Omit<CopyFacts, 'digest' | 'manifests'>;
type Say = (line: string) => void;

async function copyBlobs(blobs: readonly PlannedBlob[], request: CopyRequest, say: Say): Promise<BlobFacts> {
  const ending = new AbortController();
  const together = { ...request, signal: AbortSignal.any([request.signal, ending.signal]) };
  const outcomes = await inParallel(blobs, {
    limit: BLOBS_AT_ONCE,
    work: async (blob) => {
      const outcome = await copyBlob(blob, together).catch((error: unknown) => {
        // Else the others would be sent to their end, for a copy that has failed.
        ending.abort();
        throw error;
      });
      say(`${outcome}: ${blob.digest} (${blob.size} bytes)`);
      return { outcome, size: blob.size };
    },
  });
  const of = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted);
  return {
    blobsCopied: of('copied').length,
    blobsMounted: of('mounted').length,
    blobsThere: of('there').length,
    bytesCopied: of('copied').reduce((sum, { size }) => sum + size, 0),
  };
}

/** One after another: a registry refuses what names something that it lacks. */
async function copyManifests({ digest, manifests }: CopyPlan, { to, signal }: CopyRequest): Promise<number> {
  const wanted = manifests.filter(({ there }) => !there);
  for (const manifest of wanted) {
    if (signal.aborted) throw interrupted();
    await to.putManifest(manifest.digest, manifest);
  }
  prove({ name: digest, seen: (await to.manifest(digest))?.digest, wanted: digest });
  return wanted.length;
}
