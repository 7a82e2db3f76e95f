import type { InventoryImage } from '@slipway/lifecycle';
import { repositoryOf } from '../change/repository-of.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { imagesIn } from '../review/evidence.ts';
import type { Evidence } from '../review/evidence.ts';
import { lifecycleChange } from './lifecycle-change.ts';
import { NO_LOSSES, lossesOf } from './losses-of.ts';
import type { Losses } from './losses-of.ts';

/** What a change of a lifecycle policy loses. */
export interface LossesInTime extends Losses {
  /** What is lost after that within `SOON_DAYS`, if nothing is pushed or pulled, and would not have been. */
  readonly soon: readonly InventoryImage[];
}

/** How far a review looks ahead. */
export const SOON_DAYS = 30;
const DAY = 86_400_000;

/** The images that a change of a lifecycle policy loses, as far as the registry was asked. */
export function lossesBy(
  change: ResourceChange,
  { evidence, now }: { readonly evidence: Evidence; readonly now: Date },
): LossesInTime {
  const images = imagesIn(evidence, repositoryOf(change));
  if (images === undefined) return { ...NO_LOSSES, soon: [] };
  const lossesAt = (at: Date): Losses => {
    const lifecycle = lifecycleChange(change, { images, now: at });
    return lifecycle.state === 'compared' ? lossesOf(lifecycle.comparison) : NO_LOSSES;
  };
  const [due, later] = [lossesAt(now), lossesAt(new Date(now.getTime() + SOON_DAYS * DAY))];
  const known = new Set([...due.expired, ...due.archived].map(({ digest }) => digest));
  return { ...due, soon: [...later.expired, ...later.archived].filter(({ digest }) => !known.has(digest)) };
}
