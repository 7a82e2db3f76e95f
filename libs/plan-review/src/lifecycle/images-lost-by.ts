import type { InventoryImage } from '@slipway/lifecycle';
import { repositoryOf } from '../change/repository-of.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { imagesIn } from '../review/evidence.ts';
import type { Evidence } from '../review/evidence.ts';
import { lifecycleChange } from './lifecycle-change.ts';
import { lossesOf } from './losses-of.ts';

/** The images that a change of a lifecycle policy expires, as far as the registry was asked. */
export function imagesLostBy(
  change: ResourceChange,
  { evidence, now }: { readonly evidence: Evidence; readonly now: Date },
): readonly InventoryImage[] {
  const images = imagesIn(evidence, repositoryOf(change));
  if (images === undefined) return [];
  const lifecycle = lifecycleChange(change, { images, now });
  return lifecycle.state === 'compared' ? lossesOf(lifecycle.comparison) : [];
}
