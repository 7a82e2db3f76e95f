import type { InventoryImage, Verdict } from '@slipway/lifecycle';
import { repositoryOf } from '../change/repository-of.ts';
import { lifecycleChange } from '../lifecycle/lifecycle-change.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { imagesIn } from '../review/evidence.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { StorageCost } from './storage-cost.ts';

export interface CostContext extends Pick<RuleContext, 'index' | 'evidence' | 'now'> {
  /** @default no price is known */
  readonly storageCost?: StorageCost;
}

/**
 * US dollars a month that storage costs more after a change, less where it is negative; undefined where the change has nothing to do with
 * storage, where nobody asked the registry, or where a price is not known.
 */
export function monthlyDifference(change: ResourceChange, context: CostContext): number | undefined {
  const { storageCost: cost } = context;
  const { region } = repositoryOf(change);
  const images = imagesIn(context.evidence, repositoryOf(change));
  if (cost === undefined || region === undefined || images === undefined) return undefined;
  const outcomes = outcomesOf(change, { images, context });
  if (outcomes === undefined) return undefined;
  return outcomes
    .map(({ before, after }) => difference(costIn(region, before, cost), costIn(region, after, cost)))
    .reduce(sum, 0);
}

/** What happens to an image, and would have happened. */
interface Outcomes {
  readonly before: Fate;
  readonly after: Fate;
}

type Fate = Pick<Verdict, 'image' | 'outcome'>;

function outcomesOf(
  change: ResourceChange,
  { images, context }: { readonly images: readonly InventoryImage[]; readonly context: CostContext },
): readonly Outcomes[] | undefined {
  const isRepository = change.type === 'aws_ecr_repository';
  if (isRepository && (change.kind === 'destroy' || change.kind === 'replace'))
    return images.map((image) => ({ before: { image, outcome: 'kept' }, after: { image, outcome: 'expired' } }));
  if (context.index.deletesRepositoryOf(change)) return undefined;
  const lifecycle = lifecycleChange(change, { images, now: context.now });
  return lifecycle.state === 'compared' ? lifecycle.comparison.images : undefined;
}

function costIn(region: string, { image, outcome }: Fate, cost: StorageCost): number | undefined {
  const { sizeBytes: bytes = 0, storageClass = 'standard' } = image;
  if (outcome === 'expired') return 0;
  return cost({ region, bytes, storageClass: outcome === 'archived' ? 'archive' : storageClass });
}

function difference(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before;
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
