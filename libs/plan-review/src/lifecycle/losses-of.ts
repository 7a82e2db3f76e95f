import type { Comparison, InventoryImage } from '@slipway/lifecycle';
import type { DeploymentEvidence } from '../deployments/deployment-evidence.ts';
import { needWords } from '../deployments/need-words.ts';
import { neededImages } from '../deployments/needed-images.ts';
import { sizeWords } from '../words/size-words.ts';

/** Images that expire and were kept. */
export function lossesOf({ images }: Comparison): InventoryImage[] {
  return images.filter(({ after }) => after.outcome === 'expired').map(({ after }) => after.image);
}

/** Whose images they are, and who needs them. */
export interface LossContext {
  readonly repository: string | undefined;
  readonly deployments: DeploymentEvidence | undefined;
}

/** Such as `14 images (3.1 GB, such as v1) expire within a day, one of them runs in prod`; undefined where none does. */
export function lossWords(
  lost: readonly InventoryImage[],
  { repository, deployments }: LossContext,
): string | undefined {
  if (lost.length === 0) return undefined;
  const tags = lost.flatMap((image) => image.tags.slice(0, 1)).slice(0, 5);
  const named = tags.length === 0 ? '' : `, such as ${tags.join(', ')}`;
  const needs = needWords(neededImages(lost, repository, deployments), lost.length, deployments);
  const [what, verb] = lost.length === 1 ? ['image', 'expires'] : ['images', 'expire'];
  return `${lost.length} ${what} (${sizeWords(lost)}${named}) ${verb} within a day${needs === undefined ? '' : `, ${needs}`}`;
}
