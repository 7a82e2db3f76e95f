import { applyCopy } from './apply-copy.ts';
import type { CopyFacts, CopyRequest } from './copy-request.ts';
import { planCopy } from './plan-copy.ts';

export { applyCopy } from './apply-copy.ts';
export type { CopyPlan, PlannedBlob, PlannedManifest } from './copy-plan.ts';
export type { CopyFacts, CopyRequest } from './copy-request.ts';
export { planCopy } from './plan-copy.ts';

/**
 * Makes the target repository hold an image of the source: same bytes, same digest, with what refers to it (SBOMs, signatures).
 * What is there is not sent, so it can be run again after anything.
 * @throws Failure `image-missing`, `copy-failed`, `tag-conflict`, or the registries' own
 */
export async function copyImage(request: CopyRequest): Promise<CopyFacts> {
  return applyCopy(await planCopy(request), request);
}
