import { error, type LocalFinding } from '@slipway/findings';
import { grouped } from '../../replicas/grouped.ts';
import type { ReplicationSpec } from '../../spec/replication-spec.ts';
import type { Place } from '../place.ts';

/** Two rules with one destination that are both about some repository. */
export function repeatedDestinations(rules: readonly ReplicationSpec[], { environment }: Place): LocalFinding[] {
  const destinations = grouped(rules, ({ region, account = environment.account }) => `${region} of ${account}`);
  return [...destinations].flatMap(([destination, same]) => (overlap(same) ? [overlapping(destination)] : []));
}

function overlap(rules: readonly ReplicationSpec[]): boolean {
  return rules.some((rule, index) => rules.slice(index + 1).some((other) => bothAbout(rule, other)));
}

function bothAbout({ prefixes: some = [''] }: ReplicationSpec, { prefixes: others = [''] }: ReplicationSpec): boolean {
  return some.some((prefix) => others.some((other) => prefix.startsWith(other) || other.startsWith(prefix)));
}

function overlapping(destination: string): LocalFinding {
  return error('replication-destination-repeated', {
    message: `two rules replicate the same repositories to "${destination}"`,
    fix: 'make it one rule with the prefixes of both, or with none for all repositories',
    source: 'ECR user guide, "Private image replication examples"',
  });
}
