import type { LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import type { RegistrySpec } from '../spec/registry-spec.ts';
import type { ReplicationSpec } from '../spec/replication-spec.ts';
import { error } from './error.ts';
import { repeated } from './repeated.ts';

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
/** KMS ScheduleKeyDeletion, PendingWindowInDays. */
const KEY_WINDOW_DAYS = { least: 7, most: 30 };
/** ECR ReplicationConfiguration: rules, and filter characters. */
const MOST_REPLICATION_RULES = 10;
const REPLICATION_PREFIX = { least: 2, most: 256 };
/** ECR RegistryScanningRule: repositoryFilters. */
const SCANNING_FILTERS = { mostFilters: 100, mostCharacters: 255 };

export function registryRegion({ region }: RegistrySpec): LocalFinding[] {
  if (REGION.test(region)) return [];
  return [error('region-name', { message: `"${region}" is not an AWS region`, fix: 'write one such as "us-east-1"' })];
}

export function uniqueRepositories({ repositories }: RegistrySpec): LocalFinding[] {
  return repeated(repositories.map(({ name }) => name)).map((name) =>
    error('repository-declared-twice', {
      path: name,
      message: `the repository "${name}" is declared twice`,
      fix: 'declare it once',
    }),
  );
}

export function keyWindow({ key }: RegistrySpec): LocalFinding[] {
  if (key === undefined || within(key.deletionWindowDays, KEY_WINDOW_DAYS)) return [];
  return [
    error('key-deletion-window', {
      path: 'key',
      message: `the deletion window is "${key.deletionWindowDays}" days`,
      fix: `use ${KEY_WINDOW_DAYS.least} to ${KEY_WINDOW_DAYS.most}`,
    }),
  ];
}

export function replicationDestinations(registry: RegistrySpec, environment: EnvironmentSpec): LocalFinding[] {
  const rules = registry.replication ?? [];
  return [
    ...(rules.length > MOST_REPLICATION_RULES ? [tooManyRules(rules.length)] : []),
    ...rules.flatMap((rule) => [...sameRegistry(rule, registry, environment), ...prefixes(rule, registry)]),
  ];
}

function tooManyRules(count: number): LocalFinding {
  return error('replication-rule-count', {
    path: 'replication',
    message: `"${count}" replication rules; ECR takes ${MOST_REPLICATION_RULES}`,
    fix: 'join rules with the same destination',
  });
}

function sameRegistry(rule: ReplicationSpec, registry: RegistrySpec, environment: EnvironmentSpec): LocalFinding[] {
  if (rule.region !== registry.region || (rule.account ?? environment.account) !== environment.account) return [];
  return [
    error('replication-same-registry', {
      path: 'replication',
      message: `replicates to "${rule.region}", the registry's own region and account`,
      fix: 'name another region or account',
    }),
  ];
}

function prefixes(rule: ReplicationSpec, { repositories }: RegistrySpec): LocalFinding[] {
  return (rule.prefixes ?? []).flatMap((prefix) => {
    if (!within(prefix.length, REPLICATION_PREFIX) || prefix.includes('*')) return [notAPrefix(prefix, rule.region)];
    return repositories.some(({ name }) => name.startsWith(prefix)) ? [] : [matchesNothing(prefix, rule.region)];
  });
}

function notAPrefix(prefix: string, region: string): LocalFinding {
  return error('replication-prefix', {
    path: `replication to ${region}`,
    message: `"${prefix}" is not a repository prefix`,
    fix: 'use 2 to 256 characters without "*", or leave prefixes out for all repositories',
  });
}

function matchesNothing(prefix: string, region: string): LocalFinding {
  return error('replication-matches-nothing', {
    path: `replication to ${region}`,
    message: `no repository of this registry begins with "${prefix}", so nothing would be replicated`,
    fix: 'name a prefix that repositories have, or leave prefixes out for all repositories',
  });
}

export function scanningFilters({ scanning }: RegistrySpec): LocalFinding[] {
  if (scanning.type === 'basic') return [];
  const filters = [...(scanning.continuous ?? []), ...(scanning.onPush ?? [])];
  const tooLong = filters.filter(
    (filter) => !within(filter.length, { least: 1, most: SCANNING_FILTERS.mostCharacters }),
  );
  const tooMany = filters.length > SCANNING_FILTERS.mostFilters;
  return [
    ...tooLong.map((filter) =>
      error('scanning-filter', {
        path: 'scanning',
        message: `the filter "${filter}" is too long or empty`,
        fix: 'use 1 to 255 characters',
      }),
    ),
    ...(tooMany
      ? [
          error('scanning-filter-count', {
            path: 'scanning',
            message: `"${filters.length}" filters`,
            fix: 'use at most 100',
          }),
        ]
      : []),
  ];
}

function within(value: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
