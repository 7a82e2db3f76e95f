import type { InventoryImage } from '../evaluate/inventory-image.ts';
import { DAY } from '../evaluate/times.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import { eventsUntil, type ForecastEvent } from './events-until.ts';

export interface ForecastPeriod {
  readonly now: Date;
  /** How far to look, in whole days; 0 is what is due now. */
  readonly days: number;
}

/**
 * What a policy does now and in the days to come, if nothing is pushed, pulled or restored. One evaluation of the last day tells it
 * all: only ages change, and what is gone makes room, so that nothing is due because of it. What is archived on the way is looked at
 * once more, under the rules of archive storage.
 * @returns events in the order of time; within a day in the order of the images
 */
export function forecast(
  policy: PolicyDocument,
  images: readonly InventoryImage[],
  { now, days }: ForecastPeriod,
): ForecastEvent[] {
  const period = { now, end: new Date(now.getTime() + Math.floor(days) * DAY) };
  const first = byDigest(eventsUntil(policy, images, period));
  const archivals = [...first.values()].filter(({ verdict }) => verdict.outcome === 'archived');
  if (archivals.length === 0) return inOrder([...first.values()], images);
  const later = eventsUntil(policy, afterArchival(images, first), period).filter(({ verdict }) => {
    return first.get(verdict.image.digest)?.verdict.outcome !== 'expired';
  });
  return inOrder([...first.values(), ...later], images);
}

function byDigest(events: readonly ForecastEvent[]): ReadonlyMap<string, ForecastEvent> {
  return new Map(events.map((event) => [event.verdict.image.digest, event]));
}

/** The images as they are once what is archived on the way is in archive storage. */
function afterArchival(
  images: readonly InventoryImage[],
  events: ReadonlyMap<string, ForecastEvent>,
): readonly InventoryImage[] {
  return images.map((image) => {
    const event = events.get(image.digest);
    if (event?.verdict.outcome !== 'archived') return image;
    return { ...image, storageClass: 'archive', archivedAt: event.at };
  });
}

function inOrder(events: readonly ForecastEvent[], images: readonly InventoryImage[]): ForecastEvent[] {
  const places = new Map(images.map(({ digest }, index) => [digest, index]));
  const placeOf = ({ verdict }: ForecastEvent) => places.get(verdict.image.digest) ?? 0;
  return [...events].sort((a, b) => a.at.getTime() - b.at.getTime() || placeOf(a) - placeOf(b));
}
