import { repositoryOf } from '../change/repository-of.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { imagesIn } from '../review/evidence.ts';
import type { Evidence } from '../review/evidence.ts';
import { lifecycleChange } from './lifecycle-change.ts';
import { NO_LOSSES, lossesOf } from './losses-of.ts';
import type { Losses } from './losses-of.ts';

/** The images that a change of a lifecycle policy loses, as far as the registry was asked. */
export function lossesBy(
  change: ResourceChange,
  { evidence, now }: { readonly evidence: Evidence; readonly now: Date },
): Losses {
  const images = imagesIn(evidence, repositoryOf(change));
  if (images === undefined) return NO_LOSSES;
  const lifecycle = lifecycleChange(change, { images, now });
  return lifecycle.state === 'compared' ? lossesOf(lifecycle.comparison) : NO_LOSSES;
}
