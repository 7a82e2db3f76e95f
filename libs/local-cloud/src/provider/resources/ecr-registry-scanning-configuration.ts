import {
  GetRegistryScanningConfigurationCommand,
  PutRegistryScanningConfigurationCommand,
  ScanFrequency,
  ScanType,
  ScanningRepositoryFilterType,
  type RegistryScanningRule,
} from '@aws-sdk/client-ecr';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject, CtyValue } from '../wire/cty-value.ts';
import { blocks, requiredText, word } from './attribute-readers.ts';
import { allChecks, lengthBetween, matching, oneOf } from './configuration-checks.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

const FILTER = 'rule.repository_filter';

/** The one scanning configuration of an account's registry in a region. */
export const ecrRegistryScanningConfiguration: ResourceBehaviour = {
  label: 'ECR Registry Scanning Configuration',
  rules: { blockLimits: { rule: 100 } },
  validate: allChecks(
    oneOf('scan_type', ScanType),
    oneOf('rule.scan_frequency', ScanFrequency),
    oneOf(`${FILTER}.filter_type`, ScanningRepositoryFilterType),
    lengthBetween(`${FILTER}.filter`, [1, 256]),
    matching(`${FILTER}.filter`, {
      pattern: /^[0-9a-z*](?:[_./-]?[0-9a-z*])*$/,
      rule: 'must contain only lowercase alphanumeric, dot, underscore, hyphen, wildcard, and colon characters',
    }),
  ),
  create: async (cloud, planned) => {
    await putConfiguration(cloud, planned);
    return cloud.accountId;
  },
  read: readConfiguration,
  update: (cloud, { planned }) => putConfiguration(cloud, planned),
  delete: resetConfiguration,
};

async function putConfiguration(cloud: Cloud, planned: CtyObject): Promise<void> {
  const scanType = word(planned, { name: 'scan_type', among: ScanType });
  const rules = blocks(planned, 'rule').map(ruleOf);
  await cloud.ecr(planned).send(new PutRegistryScanningConfigurationCommand({ scanType, rules }));
}

function ruleOf(rule: CtyObject): RegistryScanningRule {
  return {
    scanFrequency: word(rule, { name: 'scan_frequency', among: ScanFrequency }),
    repositoryFilters: blocks(rule, 'repository_filter').map((filter) => ({
      filter: requiredText(filter, 'filter'),
      filterType: word(filter, { name: 'filter_type', among: ScanningRepositoryFilterType }),
    })),
  };
}

async function readConfiguration(cloud: Cloud, state: CtyObject): Promise<Found> {
  const answer = await cloud.ecr(state).send(new GetRegistryScanningConfigurationCommand({}));
  return {
    attributes: {
      registry_id: answer.registryId ?? null,
      scan_type: answer.scanningConfiguration?.scanType ?? null,
      rule: (answer.scanningConfiguration?.rules ?? []).map(foundRule),
    },
  };
}

function foundRule({ scanFrequency, repositoryFilters = [] }: RegistryScanningRule): CtyValue {
  return {
    scan_frequency: scanFrequency ?? null,
    repository_filter: repositoryFilters.map(({ filter, filterType }) => ({
      filter: filter ?? null,
      filter_type: filterType ?? null,
    })),
  };
}

// A registry always has a scanning configuration, so deleting it means AWS's default.
async function resetConfiguration(cloud: Cloud, state: CtyObject): Promise<void> {
  await cloud.ecr(state).send(new PutRegistryScanningConfigurationCommand({ scanType: ScanType.BASIC, rules: [] }));
}
