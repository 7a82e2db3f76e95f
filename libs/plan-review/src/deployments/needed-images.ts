import { usesOf } from '@slipway/images';
import type { ImageUse } from '@slipway/images';
import type { InventoryImage } from '@slipway/lifecycle';
import type { DeploymentEvidence } from './deployment-evidence.ts';

/** What an image is needed for: it runs or would when asked to, it is released, or a rollback may return to it. The worst to lose first. */
export const NEEDS = ['runs', 'released', 'previous'] as const;
export type Need = (typeof NEEDS)[number];

export interface NeededImage {
  readonly image: InventoryImage;
  /** The worst of its uses. */
  readonly need: Need;
  readonly uses: readonly ImageUse[];
}

/** Those images of a repository that somebody needs. */
export function neededImages(
  images: readonly InventoryImage[],
  repository: string | undefined,
  deployments: DeploymentEvidence | undefined,
): NeededImage[] {
  if (deployments === undefined || repository === undefined) return [];
  const usesOfImage = usesOf(deployments.uses, repository);
  return images.flatMap((image) => {
    const uses = usesOfImage(image);
    const need = NEEDS.find((one) => uses.some((use) => needOf(use) === one));
    return need === undefined ? [] : [{ image, need, uses }];
  });
}

function needOf({ release }: ImageUse): Need {
  if (release === undefined) return 'runs';
  return release === 'current' ? 'released' : 'previous';
}
