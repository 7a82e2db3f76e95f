import type { ReplicationSpec } from '@slipway/environments';
import { EcrReplicationConfiguration, type Construct, type TerraformResource } from '../cdktf.ts';

export interface ReplicationProps {
  readonly region: string;
  /** Account of destinations that name none, 12 digits. */
  readonly account: string;
  readonly rules: readonly ReplicationSpec[];
  /** What has to be there before the first image is copied. */
  readonly after: readonly TerraformResource[];
}

/** The registry's replication setting: one for each account and region. No filter means every repository. */
export function replicationConfiguration(
  scope: Construct,
  id: string,
  { region, account, rules, after }: ReplicationProps,
): void {
  new EcrReplicationConfiguration(scope, id, {
    region,
    replicationConfiguration: {
      rule: rules.map((rule) => ({
        destination: [{ region: rule.region, registryId: rule.account ?? account }],
        ...(rule.prefixes === undefined ? {} : { repositoryFilter: rule.prefixes.map(prefixFilter) }),
      })),
    },
    ...(after.length === 0 ? {} : { dependsOn: [...after] }),
  });
}

function prefixFilter(filter: string) {
  return { filter, filterType: 'PREFIX_MATCH' };
}
