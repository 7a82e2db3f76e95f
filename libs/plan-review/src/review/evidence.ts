import type { InventoryImage } from '@slipway/lifecycle';

/** What registries hold, as far as somebody asked them. */
export type Evidence = readonly RepositoryEvidence[];

export interface RepositoryEvidence {
  readonly region: string;
  readonly repository: string;
  /** Every image; empty also where there is no such repository. */
  readonly images: readonly InventoryImage[];
}

/** The images of a repository; undefined where nobody asked, or it is not known which repository it is. */
export function imagesIn(
  evidence: Evidence,
  { region, repository }: { readonly region: string | undefined; readonly repository: string | undefined },
): readonly InventoryImage[] | undefined {
  return evidence.find((one) => one.region === region && one.repository === repository)?.images;
}
