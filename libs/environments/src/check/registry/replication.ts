import { error, under, type LocalFinding } from '@slipway/findings';
import type { ReplicationSpec } from '../../spec/replication-spec.ts';
import { accountFindings, regionFindings } from '../finding/place-names.ts';
import type { Place } from '../place.ts';
import { repeatedDestinations } from './repeated-destinations.ts';
import { replicationCounts } from './replication-counts.ts';
import { replicationPrefixes } from './replication-prefixes.ts';

/** Where pushed images are copied to. */
export function replication(place: Place): LocalFinding[] {
  const { replication: rules = [] } = place.registry;
  if (rules.length === 0) return [];
  return [
    ...under('replication', replicationCounts(rules, place)),
    ...rules.flatMap((rule) => under(`replication to ${rule.region}`, destination(rule, place))),
    ...under('replication', repeatedDestinations(rules, place)),
  ];
}

function destination(rule: ReplicationSpec, place: Place): LocalFinding[] {
  return [
    ...regionFindings(rule.region),
    ...(rule.account === undefined ? [] : accountFindings(rule.account)),
    ...sameRegistry(rule, place),
    ...otherPartition(rule, place),
    ...replicationPrefixes(rule, place),
  ];
}

function sameRegistry(rule: ReplicationSpec, { registry, environment }: Place): LocalFinding[] {
  if (rule.region !== registry.region || (rule.account ?? environment.account) !== environment.account) return [];
  return [
    error('replication-same-registry', {
      message: `replicates to "${rule.region}", the registry's own region and account`,
      fix: 'name another region or account',
      source: 'ECR user guide, "Private image replication": considerations',
    }),
  ];
}

function otherPartition({ region }: ReplicationSpec, { registry }: Place): LocalFinding[] {
  if (partition(region) === partition(registry.region)) return [];
  return [
    error('replication-partition', {
      message: `replicates from "${registry.region}" to "${region}", which is in another partition of AWS`,
      fix: 'push the images to a registry of that partition instead',
      source: 'ECR user guide, "Private image replication": considerations',
    }),
  ];
}

function partition(region: string): string {
  return /^(cn|us-gov|us-iso|us-isob|eusc)-/.exec(region)?.[1] ?? 'aws';
}
