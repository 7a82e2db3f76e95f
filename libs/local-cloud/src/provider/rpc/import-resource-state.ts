import { conform } from '../wire/conform.ts';
import { encodeValue } from '../wire/dynamic-value.ts';
import type { ImportRequest, ImportResponse } from '../wire/provider-methods.ts';
import { behaviourOf } from './behaviour-of.ts';
import type { ProviderContext } from './provider-context.ts';

/** A state that holds no more than the id; Terraform reads the rest. An id may end with `@<region>`. */
export function importResourceState(context: ProviderContext, { typeName, id }: ImportRequest): ImportResponse {
  const resource = context.resource(typeName);
  const { importedAs = 'id' } = behaviourOf(resource);
  const [, bareId = id, region = context.cloud.region] = REGIONAL_ID.exec(id) ?? [];
  const state = encodeValue(conform(resource.block, { [importedAs]: bareId, region }));
  return { importedResources: [{ typeName, state }] };
}

const REGIONAL_ID = /^(.+)@([a-z]{2}(?:-[a-z]+)+-\d{1,2})$/;
