import { error, warning, type LocalFinding } from '@slipway/findings';
import type { ReplicationSpec } from '../../spec/replication-spec.ts';
import { within } from '../finding/within.ts';
import type { Place } from '../place.ts';
import { canBeUndeclared } from './undeclared-names.ts';

const PREFIXES = { least: 1, most: 100 };
/** ECR API reference, RepositoryFilter: filter. The beginning of a name, so that it may end in a separator. */
const PREFIX = /^(?=.{2,256}$)(?:[a-z0-9]+(?:[._-][a-z0-9]*)*\/)*[a-z0-9]*(?:[._-][a-z0-9]*)*$/;
const SOURCE = 'ECR API reference, ReplicationRule: repositoryFilters';

/** The filters of one replication rule: no filter at all means every repository. */
export function replicationPrefixes({ prefixes }: ReplicationSpec, place: Place): LocalFinding[] {
  if (prefixes === undefined) return [];
  return [...prefixCount(prefixes), ...prefixes.flatMap((prefix) => onePrefix(prefix, place)), ...redundant(prefixes)];
}

function onePrefix(prefix: string, place: Place): LocalFinding[] {
  if (!PREFIX.test(prefix)) return [notAPrefix(prefix)];
  const declared = place.registry.repositories.some(({ name }) => name.startsWith(prefix));
  return declared || canBeUndeclared(prefix, place) ? [] : [matchesNothing(prefix)];
}

function prefixCount({ length }: readonly string[]): LocalFinding[] {
  if (within(length, PREFIXES)) return [];
  return [
    error('replication-prefix-count', {
      message: `"${length}" prefixes; ECR takes ${PREFIXES.least} to ${PREFIXES.most}`,
      fix: length === 0 ? 'leave prefixes out for all repositories' : 'use a common prefix, or leave prefixes out',
      source: SOURCE,
    }),
  ];
}

function notAPrefix(prefix: string): LocalFinding {
  return error('replication-prefix', {
    message: `"${prefix}" is not a repository prefix`,
    fix: 'use 2 to 256 characters of a name without "*", or leave prefixes out for all repositories',
    source: SOURCE,
  });
}

function matchesNothing(prefix: string): LocalFinding {
  return error('replication-matches-nothing', {
    message: `no repository of this registry begins with "${prefix}", so nothing would be replicated`,
    fix: 'name a prefix that repositories have, or leave prefixes out for all repositories',
    source: 'ECR user guide, "Private image replication": PREFIX_MATCH',
  });
}

function redundant(prefixes: readonly string[]): LocalFinding[] {
  return prefixes.flatMap((prefix, index) => {
    const wider = prefixes.find(
      (other, at) => at !== index && prefix.startsWith(other) && (other !== prefix || at < index),
    );
    if (wider === undefined) return [];
    return [
      warning('replication-prefix-redundant', {
        message: `"${prefix}" begins with "${wider}", which is there too`,
        fix: `leave "${prefix}" out`,
      }),
    ];
  });
}
