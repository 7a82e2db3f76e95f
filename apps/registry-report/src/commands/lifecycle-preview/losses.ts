import type { ForecastEvent } from '@slipway/lifecycle';
import type { PolicyChange } from './lifecycle-preview.ts';

/** `expire`: any image. `expire-tagged`: one with a tag. `newly-expired`: one that the policy in force does not expire. */
export const LOSSES = ['expire', 'expire-tagged', 'newly-expired'] as const;
export type Loss = (typeof LOSSES)[number];

/** How many images expire within the days, by kind of loss. Without a policy in force to compare with, every loss is a new one. */
export function lossesOf(events: readonly ForecastEvent[], change: PolicyChange): Readonly<Record<Loss, number>> {
  const expired = events.filter(({ verdict }) => verdict.outcome === 'expired');
  return {
    expire: expired.length,
    'expire-tagged': expired.filter(({ verdict }) => verdict.image.tags.length > 0).length,
    'newly-expired': change.inForce === 'unreadable' ? expired.length : change.newlyExpired.length,
  };
}
