import type { EcrCall } from '../ecr-call.ts';
import { invalidParameter } from '../invalid-parameter.ts';
import { accountSettingOf } from './account-setting.ts';

/** Keeps the setting. Of the three only `BLOB_MOUNTING` changes what happens here: uploads mount layers. */
export function putAccountSetting(call: EcrCall): Promise<object> {
  const { name, values } = accountSettingOf(call.input);
  const value = call.input.text('value');
  if (!values.includes(value)) {
    throw invalidParameter('value', `Member of ${name} must satisfy enum value set: [${values.join(', ')}]`);
  }
  return call.context.records.accountSettings.change(call, (put) => {
    put.set(name, value);
    return { name, value };
  });
}
