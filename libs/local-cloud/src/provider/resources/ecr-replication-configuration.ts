import {
  DescribeRegistryCommand,
  PutReplicationConfigurationCommand,
  RepositoryFilterType,
  type ReplicationRule,
} from '@aws-sdk/client-ecr';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject, CtyValue } from '../wire/cty-value.ts';
import { blocks, requiredText, word } from './attribute-readers.ts';
import { allChecks, checkTexts, oneOf } from './configuration-checks.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

const RULE = 'replication_configuration.rule';

/** The one replication configuration of an account's registry in a region. */
export const ecrReplicationConfiguration: ResourceBehaviour = {
  label: 'ECR Replication Configuration',
  rules: { blockLimits: { [RULE]: 10, [`${RULE}.destination`]: 25, [`${RULE}.repository_filter`]: 100 } },
  validate: allChecks(
    oneOf(`${RULE}.repository_filter.filter_type`, RepositoryFilterType),
    checkTexts(`${RULE}.destination.registry_id`, accountNumber),
  ),
  create: async (cloud, planned) => {
    await putRules(cloud, { resource: planned, rules: rulesOf(planned) });
    return cloud.accountId;
  },
  read: readConfiguration,
  update: (cloud, { planned }) => putRules(cloud, { resource: planned, rules: rulesOf(planned) }),
  delete: (cloud, state) => putRules(cloud, { resource: state, rules: [] }),
};

function accountNumber(value: string, name: string): string | undefined {
  const isAccount = /^\d{12}$/.test(value);
  return isAccount ? undefined : `"${name}" doesn't look like AWS Account ID (exactly 12 digits): "${value}"`;
}

interface PutRules {
  readonly resource: CtyObject;
  readonly rules: ReplicationRule[];
}

async function putRules(cloud: Cloud, { resource, rules }: PutRules): Promise<void> {
  await cloud.ecr(resource).send(new PutReplicationConfigurationCommand({ replicationConfiguration: { rules } }));
}

function rulesOf(planned: CtyObject): ReplicationRule[] {
  return blocks(planned, 'replication_configuration').flatMap((block) => blocks(block, 'rule').map(ruleOf));
}

function ruleOf(rule: CtyObject): ReplicationRule {
  const repositoryFilters = blocks(rule, 'repository_filter').map((filter) => ({
    filter: requiredText(filter, 'filter'),
    filterType: word(filter, { name: 'filter_type', among: RepositoryFilterType }),
  }));
  const destinations = blocks(rule, 'destination').map((destination) => ({
    region: requiredText(destination, 'region'),
    registryId: requiredText(destination, 'registry_id'),
  }));
  return { destinations, ...(repositoryFilters.length > 0 && { repositoryFilters }) };
}

async function readConfiguration(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const { registryId, replicationConfiguration } = await cloud.ecr(state).send(new DescribeRegistryCommand({}));
  const rules = replicationConfiguration?.rules ?? [];
  if (rules.length === 0) return undefined;
  return {
    attributes: { registry_id: registryId ?? null, replication_configuration: [{ rule: rules.map(foundRule) }] },
  };
}

function foundRule({ destinations = [], repositoryFilters = [] }: ReplicationRule): CtyValue {
  return {
    destination: destinations.map(({ region, registryId }) => ({
      region: region ?? null,
      registry_id: registryId ?? null,
    })),
    repository_filter: repositoryFilters.map(({ filter, filterType }) => ({
      filter: filter ?? null,
      filter_type: filterType ?? null,
    })),
  };
}
