import { conform } from '../wire/conform.ts';
import { encodeValue, type DynamicValue } from '../wire/dynamic-value.ts';
import type { ValidateRequest } from '../wire/provider-methods.ts';
import { decodeObject } from './decode-object.ts';
import type { ProviderContext } from './provider-context.ts';

export async function readDataSource(
  context: ProviderContext,
  request: ValidateRequest,
): Promise<{ state: DynamicValue }> {
  const { block, behaviour } = context.dataSource(request.typeName);
  const config = decodeObject(request.config) ?? {};
  const read = await behaviour.read(context.cloud, config);
  return { state: encodeValue(conform(block, { ...config, ...read })) };
}
