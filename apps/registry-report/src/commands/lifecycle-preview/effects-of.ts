import type { ForecastEvent } from '@slipway/lifecycle';
import type { FateContext } from './fates-of.ts';
import { daysUntil, ruleName } from './fates-of.ts';
import type { RuleEffect } from './lifecycle-preview.ts';
import { storageOf } from './storage-of.ts';
import type { StorageContext } from './storage-of.ts';

/** What each rule does within the days: added up by rule, by what it does, and by whether it does so now. */
export function effectsOf({ events, policy, now }: FateContext, storage: StorageContext): RuleEffect[] {
  const groups = new Map<string, [ForecastEvent, ...ForecastEvent[]]>();
  for (const event of events) {
    const group = groups.get(keyOf(event, now));
    if (group === undefined) groups.set(keyOf(event, now), [event]);
    else group.push(event);
  }
  return [...groups.values()].map((group) => effectOf(group, { policy, now, storage })).sort(byRule);
}

/** What follows another image has no rule of its own where that one has none. */
function keyOf({ at, verdict }: ForecastEvent, now: Date): string {
  return `${verdict.rulePriority ?? 0} ${verdict.outcome} ${whenOf({ at, verdict }, now)}`;
}

interface EffectContext {
  readonly policy: FateContext['policy'];
  readonly now: Date;
  readonly storage: StorageContext;
}

function effectOf(
  group: readonly [ForecastEvent, ...ForecastEvent[]],
  { policy, now, storage }: EffectContext,
): RuleEffect {
  const [first] = group;
  return {
    rule: ruleName(first.verdict.rulePriority ?? 0, policy),
    action: first.verdict.outcome === 'archived' ? 'archive' : 'expire',
    when: whenOf(first, now),
    ...storageOf(
      group.map(({ verdict }) => verdict.image),
      storage,
    ),
  };
}

function whenOf(event: ForecastEvent, now: Date): RuleEffect['when'] {
  return daysUntil(event, now) === 0 ? 'now' : 'later';
}

function byRule(a: RuleEffect, b: RuleEffect): number {
  return a.rule.priority - b.rule.priority || Number(a.when === 'later') - Number(b.when === 'later');
}
