import type { Side } from '../plan/plan.ts';
import { entriesAt } from './places.ts';
import { readText } from './read-value.ts';

/** Where a registry copies which images to, in words, such as `images of "mlops/" to us-west-2 of 111122223333`. */
export function replicationOf(side: Side): string[] {
  const rules = entriesAt(side, ['replication_configuration']).flatMap((at) => entriesAt(side, [...at, 'rule']));
  return rules.flatMap((rule) => {
    const filters = entriesAt(side, [...rule, 'repository_filter']).map(
      (at) => `"${readText(side, ...at, 'filter') ?? '?'}"`,
    );
    const which = filters.length === 0 ? 'all images' : `images of ${filters.join(' and ')}`;
    return entriesAt(side, [...rule, 'destination']).map(
      (at) =>
        `${which} to ${readText(side, ...at, 'region') ?? 'a region'} of ${readText(side, ...at, 'registry_id') ?? 'a registry'}`,
    );
  });
}
