import { MOST_POLICY_CHARACTERS, policySize, registryPolicy } from '@slipway/access';
import { error, under, warning, type LocalFinding } from '@slipway/findings';
import type { ReplicationSourceSpec } from '../../spec/replication-spec.ts';
import { accountFindings } from '../finding/place-names.ts';
import type { Place } from '../place.ts';

/** The beginning of a repository name, as it stands in an ARN. */
const PREFIX = /^[a-z0-9][a-z0-9._/-]{0,255}$/;
const PATH = 'replication sources';

/** Which accounts may replicate into the registry. */
export function replicationSources(place: Place): LocalFinding[] {
  const { replicationSources: sources = [] } = place.registry;
  if (sources.length === 0) return [];
  return under(PATH, [
    ...sources.flatMap((source) => [
      ...accountFindings(source.account),
      ...ownAccount(source, place),
      ...prefixes(source),
    ]),
    ...openToAll(sources, place),
    ...policy(sources, place),
  ]);
}

function ownAccount({ account }: ReplicationSourceSpec, { environment }: Place): LocalFinding[] {
  if (account !== environment.account) return [];
  return [
    error('replication-source-own', {
      message: `"${account}" is the registry's own account, which replicates without a registry policy`,
      fix: 'leave it out',
      source: 'ECR user guide, "Private image replication": considerations',
    }),
  ];
}

function prefixes({ account, prefixes: given }: ReplicationSourceSpec): LocalFinding[] {
  if (given === undefined) return [];
  const statement = {
    fix: 'write the beginning of repository names without "*", or leave prefixes out for all',
    source: 'ECR user guide, "Private registry policy examples"',
  };
  const none: readonly string[] = given;
  if (none.length === 0)
    return [error('replication-source-prefix', { message: `"${account}" has the prefixes "[]"`, ...statement })];
  return given
    .filter((prefix) => !PREFIX.test(prefix))
    .map((prefix) =>
      error('replication-source-prefix', { message: `"${prefix}" is not a repository prefix`, ...statement }),
    );
}

/** Names that others choose can't be told from names that were dropped from the spec. */
function openToAll(sources: readonly ReplicationSourceSpec[], { environment }: Place): LocalFinding[] {
  if (environment.deletion !== 'protected') return [];
  return sources
    .filter((source) => source.prefixes === undefined)
    .map(({ account }) =>
      warning('deletion-guard-off', {
        message: `"${account}" may replicate repositories of any name here, so a plan that drops or renames a repository can't be refused`,
        fix: 'name the prefixes of its repositories',
      }),
    );
}

function policy(sources: readonly ReplicationSourceSpec[], { registry, environment }: Place): LocalFinding[] {
  const document = registryPolicy({ account: environment.account, region: registry.region, sources });
  const size = document === undefined ? 0 : policySize(document);
  if (size <= MOST_POLICY_CHARACTERS) return [];
  return [
    error('registry-policy-size', {
      message: `the registry policy would have "${size}" characters; ECR takes ${MOST_POLICY_CHARACTERS}`,
      fix: 'use common prefixes, or none for all repositories',
      source: 'ECR API reference, PutRegistryPolicy: policyText',
    }),
  ];
}
