import { GetAccountSettingCommand, PutAccountSettingCommand } from '@aws-sdk/client-ecr';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { requiredText } from './attribute-readers.ts';
import { allChecks, checkTexts, type ConfigurationCheck } from './configuration-checks.ts';
import type { ResourceBehaviour } from './resource-behaviour.ts';

/** A setting of ECR for an account in a region. It has no `id`; its name takes that part. */
export const ecrAccountSetting: ResourceBehaviour = {
  label: 'ECR Account Setting',
  rules: { forceNew: ['name'] },
  imported: (name) => ({ name }),
  // Those that the provider of this version knows; ECR has more by now.
  validate: allChecks(
    among('name', ['BASIC_SCAN_TYPE_VERSION', 'REGISTRY_POLICY_SCOPE']),
    among('value', ['AWS_NATIVE', 'CLAIR', 'V1', 'V2']),
  ),
  create: putSetting,
  read: async (cloud, state) => {
    const asked = new GetAccountSettingCommand({ name: requiredText(state, 'name') });
    const { name, value } = await cloud.ecr(state).send(asked);
    return { attributes: { name: name ?? null, value: value ?? null } };
  },
  update: async (cloud, { planned }) => {
    await putSetting(cloud, planned);
  },
  // A setting always has a value: the real provider, too, only forgets it.
  delete: () => Promise.resolve(),
};

function among(path: string, words: readonly string[]): ConfigurationCheck {
  const list = words.map((word) => `"${word}"`).join(' ');
  return checkTexts(path, (text, name) =>
    words.includes(text)
      ? undefined
      : `Invalid Attribute Value Match: Attribute ${name} value must be one of: [${list}], got: "${text}"`,
  );
}

async function putSetting(cloud: Cloud, planned: CtyObject): Promise<string> {
  const name = requiredText(planned, 'name');
  await cloud.ecr(planned).send(new PutAccountSettingCommand({ name, value: requiredText(planned, 'value') }));
  return name;
}
