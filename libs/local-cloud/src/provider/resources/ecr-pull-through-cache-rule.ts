import {
  CreatePullThroughCacheRuleCommand,
  DeletePullThroughCacheRuleCommand,
  DescribePullThroughCacheRulesCommand,
  UpdatePullThroughCacheRuleCommand,
} from '@aws-sdk/client-ecr';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { arn } from './arn-check.ts';
import { requiredText, text, writtenText } from './attribute-readers.ts';
import { allChecks, lengthBetween, matching, type ConfigurationCheck } from './configuration-checks.ts';
import { ignoreMissing } from './ignore-missing.ts';
import type { Change, Found, ResourceBehaviour } from './resource-behaviour.ts';

const GONE = ['PullThroughCacheRuleNotFoundException'];

export const ecrPullThroughCacheRule: ResourceBehaviour = {
  label: 'ECR Pull Through Cache Rule',
  rules: { forceNew: ['ecr_repository_prefix', 'upstream_registry_url', 'upstream_repository_prefix'] },
  validate: allChecks(
    arn('credential_arn'),
    arn('custom_role_arn'),
    prefix('ecr_repository_prefix'),
    prefix('upstream_repository_prefix'),
  ),
  create: createRule,
  read: readRule,
  update: updateRule,
  delete: deleteRule,
};

function prefix(path: string): ConfigurationCheck {
  const name = '[a-z0-9]+(?:[._-][a-z0-9]+)*';
  return allChecks(
    lengthBetween(path, [2, 30]),
    matching(path, {
      pattern: new RegExp(`^((?:${name}/)*${name}/?|ROOT)$`),
      rule: "must be 'ROOT' or only include alphanumeric, underscore, period, hyphen, or slash characters",
    }),
  );
}

async function createRule(cloud: Cloud, planned: CtyObject): Promise<string> {
  const ecrRepositoryPrefix = requiredText(planned, 'ecr_repository_prefix');
  await cloud.ecr(planned).send(
    new CreatePullThroughCacheRuleCommand({
      ecrRepositoryPrefix,
      upstreamRegistryUrl: requiredText(planned, 'upstream_registry_url'),
      upstreamRepositoryPrefix: writtenText(planned, 'upstream_repository_prefix'),
      credentialArn: writtenText(planned, 'credential_arn'),
      customRoleArn: writtenText(planned, 'custom_role_arn'),
    }),
  );
  return ecrRepositoryPrefix;
}

async function readRule(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const asked = new DescribePullThroughCacheRulesCommand({ ecrRepositoryPrefixes: [requiredText(state, 'id')] });
  const [rule] = (await ignoreMissing(cloud.ecr(state).send(asked), GONE))?.pullThroughCacheRules ?? [];
  if (rule === undefined) return undefined;
  return {
    attributes: {
      ecr_repository_prefix: rule.ecrRepositoryPrefix ?? null,
      registry_id: rule.registryId ?? null,
      upstream_registry_url: rule.upstreamRegistryUrl ?? null,
      upstream_repository_prefix: rule.upstreamRepositoryPrefix ?? null,
      credential_arn: rule.credentialArn ?? null,
      custom_role_arn: rule.customRoleArn ?? null,
    },
  };
}

// What the configuration leaves out is not sent, so the real provider, too, can't take a secret or a role away.
async function updateRule(cloud: Cloud, { planned }: Change): Promise<void> {
  await cloud.ecr(planned).send(
    new UpdatePullThroughCacheRuleCommand({
      ecrRepositoryPrefix: requiredText(planned, 'id'),
      credentialArn: writtenText(planned, 'credential_arn'),
      customRoleArn: writtenText(planned, 'custom_role_arn'),
    }),
  );
}

async function deleteRule(cloud: Cloud, state: CtyObject): Promise<void> {
  const ecrRepositoryPrefix = requiredText(state, 'id');
  const deleted = new DeletePullThroughCacheRuleCommand({
    ecrRepositoryPrefix,
    registryId: text(state, 'registry_id'),
  });
  await ignoreMissing(cloud.ecr(state).send(deleted), GONE);
}
