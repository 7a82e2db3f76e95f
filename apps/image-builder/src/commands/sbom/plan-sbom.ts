import type { Referrer } from '../../registry/image-registry.ts';
import type { SbomArtifact } from '../../sbom/sbom-artifact.ts';

export interface SbomFacts {
  readonly artifact: SbomArtifact;
  /** What refers to the image already. */
  readonly referrers: readonly Referrer[];
  readonly dryRun: boolean;
}

/** What came, or would come, of it: the image has this very SBOM, or gets it. */
export type SbomResult = 'there already' | 'would be attached' | 'attached';

/** An SBOM is decided by its image, so the same digest means that nothing is to be done. */
export function planSbom({ artifact, referrers, dryRun }: SbomFacts): SbomResult {
  if (referrers.some(({ digest }) => digest === artifact.digest)) return 'there already';
  return dryRun ? 'would be attached' : 'attached';
}
