import { expect, it } from '@jest/globals';
import { EcrCaller } from '../../../testing/ecr-caller.ts';
import { getAccountSetting } from './get-account-setting.ts';
import { putAccountSetting } from './put-account-setting.ts';

it.each([
  ['BASIC_SCAN_TYPE_VERSION', 'AWS_NATIVE', 'CLAIR'],
  ['REGISTRY_POLICY_SCOPE', 'V2', 'V1'],
  ['BLOB_MOUNTING', 'DISABLED', 'ENABLED'],
])('%s is %s until it is %s', async (name, first, second) => {
  const ecr = new EcrCaller();
  expect(await ecr.call(getAccountSetting, { name })).toEqual({ name, value: first });
  expect(await ecr.call(putAccountSetting, { name, value: second })).toEqual({ name, value: second });
  expect(await ecr.call(getAccountSetting, { name })).toEqual({ name, value: second });
  expect(await ecr.call(getAccountSetting, { name }, { region: 'us-west-2' })).toEqual({ name, value: first });
});

it.each([
  { name: 'UNHEARD_OF', value: 'V1' },
  { name: 'REGISTRY_POLICY_SCOPE', value: 'CLAIR' },
])('refuses %j', async (input) => {
  const putting = new EcrCaller().call(putAccountSetting, input);
  await expect(putting).rejects.toMatchObject({ code: 'InvalidParameterException' });
});
