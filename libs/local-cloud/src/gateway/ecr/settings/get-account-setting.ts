import type { EcrCall } from '../ecr-call.ts';
import { accountSettingOf } from './account-setting.ts';

export async function getAccountSetting(call: EcrCall): Promise<object> {
  const { name, values } = accountSettingOf(call.input);
  const put = await call.context.records.accountSettings.all(call);
  return { name, value: put.get(name) ?? values[0] };
}
