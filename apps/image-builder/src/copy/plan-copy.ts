import { inParallel } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import type { CopyPlan, PlannedBlob, PlannedManifest } from './copy-plan.ts';
import type { CopyRequest } from './copy-request.ts';
import type { BlobPart } from './manifest-parts.ts';
import { walkImage } from './walk-image.ts';
import type { WalkedManifest } from './walk-image.ts';

/** Questions that a registry answers at the same time. */
const AT_ONCE = 8;

/** Reads both ends and says what a copy would send. @throws Failure `image-missing`, `copy-failed` */
export async function planCopy(request: CopyRequest): Promise<CopyPlan> {
  const { digest, to, tags } = request;
  const walked = await walkImage(request);
  const there = await inParallel(walked, { limit: AT_ONCE, work: (manifest) => isThere(manifest, to) });
  const whole = new Set(walked.filter((_, index) => there[index]).flatMap(({ blobs }) => blobs.map(digestOf)));
  const blobs = uniqueBlobs(walked);
  return {
    digest,
    manifests: walked.map((manifest, index) => planned(manifest, there[index] === true)),
    blobs: await inParallel(blobs, { limit: AT_ONCE, work: (blob) => plannedBlob(blob, { whole, to }) }),
    tags: await missingTags({ to, digest, tags }),
  };
}

function planned({ digest, mediaType, text }: WalkedManifest, there: boolean): PlannedManifest {
  return { digest, mediaType, text, there };
}

/** A referrer that the target holds and doesn't list was left by a copy that died in between. */
async function isThere({ digest, subject }: WalkedManifest, to: CopyRequest['to']): Promise<boolean> {
  if ((await to.digestOf(digest)) !== digest) return false;
  if (subject === undefined) return true;
  return (await to.referrers(subject)).some((referrer) => referrer.digest === digest);
}

function uniqueBlobs(walked: readonly WalkedManifest[]): BlobPart[] {
  const all = walked.flatMap(({ blobs }) => blobs);
  return [...new Map(all.map((blob) => [blob.digest, blob])).values()];
}

/** A registry holds every blob of a manifest that it holds: those are not asked for again. */
async function plannedBlob(
  { digest, size }: BlobPart,
  { whole, to }: { readonly whole: ReadonlySet<Digest>; readonly to: CopyRequest['to'] },
): Promise<PlannedBlob> {
  return { digest, size, there: whole.has(digest) || (await to.hasBlob(digest)) };
}

async function missingTags({ to, digest, tags }: Pick<CopyRequest, 'to' | 'digest' | 'tags'>): Promise<string[]> {
  const held = await inParallel(tags, { limit: AT_ONCE, work: (tag) => to.digestOf(tag) });
  return tags.filter((_, index) => held[index] !== digest);
}

function digestOf({ digest }: BlobPart): Digest {
  return digest;
}
