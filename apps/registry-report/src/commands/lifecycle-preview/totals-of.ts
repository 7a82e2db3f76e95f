import type { RepositoryPreview, RuleEffect, Totals } from './lifecycle-preview.ts';
import { sumOf } from './storage-of.ts';

/** Everything together: what is there, and what expires and is archived within the days. */
export function totalsOf(repositories: readonly RepositoryPreview[]): Totals {
  const present = repositories.filter((repository) => repository.state === 'present');
  const effects = present.flatMap((repository) => repository.effects);
  return {
    stored: sumOf(present.map(({ stored }) => stored)),
    expired: sumOf(effects.filter(isA('expire'))),
    archived: sumOf(effects.filter(isA('archive'))),
  };
}

function isA(action: RuleEffect['action']): (effect: RuleEffect) => boolean {
  return (effect) => effect.action === action;
}
