import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../evaluate/evaluate.ts';
import type { InventoryImage } from '../evaluate/inventory-image.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import { inventories, policies } from '../testing/arbitrary-inventory.ts';
import { NOW } from '../testing/images.ts';
import type { ForecastEvent } from './events-until.ts';
import { forecast } from './forecast.ts';

const DAY = 86_400_000;

/** What would happen if ECR came by every day: it acts, and the next day finds what is left. */
function dayByDay(policy: PolicyDocument, images: readonly InventoryImage[], days: number): ForecastEvent[] {
  let present = images;
  return Array.from({ length: days + 1 }, (_, day) => new Date(NOW.getTime() + day * DAY)).flatMap((at) => {
    const verdicts = evaluate(policy, present, at);
    present = verdicts.flatMap((verdict) => left(verdict, at));
    return verdicts.filter(({ outcome }) => outcome !== 'kept').map((verdict) => ({ at, verdict }));
  });
}

function left({ image, outcome }: Verdict, at: Date): InventoryImage[] {
  if (outcome === 'expired') return [];
  return [outcome === 'archived' ? { ...image, storageClass: 'archive', archivedAt: at } : image];
}

/** Ranks differ where what is gone is no longer counted; what happens, when and by which rule doesn't. */
function inWords({ at, verdict }: ForecastEvent): string {
  const { image, outcome, rulePriority, dueAt, reason } = verdict;
  const why = dueAt === undefined ? '' : reason;
  return `${at.toISOString()} ${image.digest} ${outcome} ${rulePriority ?? 'none'} ${why}`;
}

describe('forecast, for any policy and inventory,', () => {
  it('tells what happens when ECR acts every day', () => {
    fc.assert(
      fc.property(policies, inventories, fc.integer({ min: 0, max: 200 }), (policy, images, days) => {
        const events = forecast(policy, images, { now: NOW, days });
        expect(events.map(inWords)).toEqual(dayByDay(policy, images, days).map(inWords));
      }),
      { numRuns: 200 },
    );
  });
});
