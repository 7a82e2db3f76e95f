import { compare, forecast } from '@slipway/lifecycle';
import type { InventoryImage, PolicyDocument } from '@slipway/lifecycle';
import type { FateContext } from './fates-of.ts';
import type { ImageName, PolicyChange } from './lifecycle-preview.ts';
import { readPolicyInForce } from './read-policy-in-force.ts';

export interface ChangeContext extends FateContext {
  readonly days: number;
  readonly images: readonly InventoryImage[];
}

const NO_POLICY: PolicyDocument = { rules: [] };

/** What a deployment changes: in the rules, and for the images within the days. @param inForce text of the policy in force */
export function changeOf(inForce: string | undefined, context: ChangeContext): PolicyChange {
  const { policy, images, now, days } = context;
  const { document, problems } = inForce === undefined ? { document: NO_POLICY } : readPolicyInForce(inForce);
  if (document === undefined) return { inForce: 'unreadable', problems, rules: [], newlyExpired: [], newlyKept: [] };
  const before = expiredIn(forecast(document, images, { now, days }));
  const after = expiredIn(context.events);
  const { rules } = compare(document, policy, { images, now });
  return {
    inForce: inForce === undefined ? 'none' : rules.length === 0 ? 'same' : 'different',
    rules,
    newlyExpired: images.filter(({ digest }) => after.has(digest) && !before.has(digest)).map(nameOf),
    newlyKept: images.filter(({ digest }) => before.has(digest) && !after.has(digest)).map(nameOf),
  };
}

function expiredIn(events: FateContext['events']): ReadonlySet<string> {
  const expired = events.filter(({ verdict }) => verdict.outcome === 'expired');
  return new Set(expired.map(({ verdict }) => verdict.image.digest));
}

function nameOf({ digest, tags }: InventoryImage): ImageName {
  return { digest, tags: [...tags].sort() };
}
