import { forecast, toDocument } from '@slipway/lifecycle';
import type { Inventory, RepositoryPlace, StoragePrices } from '@slipway/ecr-inventory';
import { changeOf } from './change-of.ts';
import { effectsOf } from './effects-of.ts';
import { fatesOf } from './fates-of.ts';
import type { ImageFate, RepositoryPreview } from './lifecycle-preview.ts';
import { lossesOf } from './losses.ts';
import { storageOf } from './storage-of.ts';

/** What was read of one repository. */
export interface RepositoryFacts {
  readonly place: RepositoryPlace;
  /** Undefined where there is no such repository. */
  readonly inventory: Inventory | undefined;
  /** Text of the lifecycle policy in force. */
  readonly inForce: string | undefined;
}

export interface PreviewSettings {
  readonly now: Date;
  readonly days: number;
  readonly prices: StoragePrices;
  /** Whether every image is listed. */
  readonly details: boolean;
}

/** What the policy of the specs does to the images of one repository. */
export function previewRepository(
  { place, inventory, inForce }: RepositoryFacts,
  { now, days, prices, details }: PreviewSettings,
): RepositoryPreview {
  const { region, name: repository, replica, spec } = place;
  const head = { region, repository, ...(replica === undefined ? {} : { replica }) };
  if (inventory === undefined) return { ...head, state: 'missing' };
  const { images } = inventory;
  const policy = toDocument(spec.lifecycle);
  const context = { policy, now, events: forecast(policy, images, { now, days }) };
  const fates = fatesOf(images, context);
  const change = changeOf(inForce, { ...context, images, days });
  return {
    ...head,
    state: 'present',
    stored: storageOf(images, { region, prices }),
    effects: effectsOf(context, { region, prices }),
    change,
    losses: lossesOf(context.events, change),
    warnings: [...inventory.warnings, ...doubts(fates)],
    ...(details ? { images: fates } : {}),
  };
}

/** What AWS leaves open, once with the number of images that it is about. */
function doubts(fates: readonly ImageFate[]): string[] {
  const counts = new Map<string, number>();
  for (const { uncertain } of fates)
    if (uncertain !== undefined) counts.set(uncertain, (counts.get(uncertain) ?? 0) + 1);
  return [...counts].map(
    ([doubt, count]) => `${count} ${count === 1 ? 'image' : 'images'} may fare otherwise: ${doubt}`,
  );
}
