import type { Comparison, InventoryImage } from '@slipway/lifecycle';
import type { DeploymentEvidence } from '../deployments/deployment-evidence.ts';
import { needWords } from '../deployments/need-words.ts';
import { neededImages } from '../deployments/needed-images.ts';
import { sizeWords } from '../words/size-words.ts';

/** Images that nobody can pull any more after a lifecycle policy has acted, and could before. */
export interface Losses {
  readonly expired: readonly InventoryImage[];
  /** They have to be restored before they can be pulled (ECR user guide, "Archiving an image"). */
  readonly archived: readonly InventoryImage[];
}

export const NO_LOSSES: Losses = { expired: [], archived: [] };

export function lossesOf({ images }: Comparison): Losses {
  const becoming = (outcome: 'expired' | 'archived') =>
    images.filter(({ after }) => after.outcome === outcome).map(({ after }) => after.image);
  return { expired: becoming('expired'), archived: becoming('archived') };
}

/** Whose images they are, and who needs them. */
export interface LossContext {
  readonly repository: string | undefined;
  readonly deployments: DeploymentEvidence | undefined;
}

/** Such as `14 images (3.1 GB, such as v1) expire within a day, one of them runs in prod`, each kind on its own. */
export function lossWords({ expired, archived }: Losses, context: LossContext): string[] {
  return [
    ...wordsOf(expired, ['expires within a day', 'expire within a day'], context),
    ...wordsOf(archived, ['is archived within a day', 'are archived within a day'], context),
  ];
}

function wordsOf(
  lost: readonly InventoryImage[],
  [singular, plural]: readonly [string, string],
  { repository, deployments }: LossContext,
): string[] {
  if (lost.length === 0) return [];
  const tags = lost.flatMap((image) => image.tags.slice(0, 1)).slice(0, 5);
  const named = tags.length === 0 ? '' : `, such as ${tags.join(', ')}`;
  const needs = needWords(neededImages(lost, repository, deployments), lost.length, deployments);
  const [what, verb] = lost.length === 1 ? ['image', singular] : ['images', plural];
  return [`${lost.length} ${what} (${sizeWords(lost)}${named}) ${verb}${needs === undefined ? '' : `, ${needs}`}`];
}
