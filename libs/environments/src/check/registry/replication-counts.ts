import { error, warning, type LocalFinding, type Statement } from '@slipway/findings';
import type { ReplicationSpec } from '../../spec/replication-spec.ts';
import type { Place } from '../place.ts';

/** The user guide's quotas, and what the newer API model takes: between them AWS may or may not refuse. */
const RULES = { documented: 10, model: 25 };
const DESTINATIONS = { documented: 25, model: 100 };
const SOURCE = 'ECR user guide, "Amazon ECR service quotas"; ECR API reference, ReplicationConfiguration: rules';

/** Rules and destinations of a registry. */
export function replicationCounts(rules: readonly ReplicationSpec[], { environment }: Place): LocalFinding[] {
  const destinations = new Set(rules.map(({ region, account = environment.account }) => `${account} ${region}`));
  return [
    ...atMost('replication-rule-count', { count: rules.length, what: 'replication rules', ...RULES }),
    ...atMost('replication-destination-count', { count: destinations.size, what: 'destinations', ...DESTINATIONS }),
  ];
}

interface Counted {
  readonly count: number;
  readonly what: string;
  readonly documented: number;
  readonly model: number;
}

function atMost(rule: string, { count, what, documented, model }: Counted): LocalFinding[] {
  if (count <= documented) return [];
  const statement: Statement = {
    message: `"${count}" ${what}; ECR documents ${documented}, and its API takes no more than ${model}`,
    fix: `use at most ${documented}: join rules with the same destination`,
    source: SOURCE,
  };
  return [count > model ? error(rule, statement) : warning(rule, statement)];
}
