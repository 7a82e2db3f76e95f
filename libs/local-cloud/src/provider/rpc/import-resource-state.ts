import { conform } from '../wire/conform.ts';
import { encodeValue } from '../wire/dynamic-value.ts';
import type { ImportRequest, ImportResponse } from '../wire/provider-methods.ts';
import type { ProviderContext } from './provider-context.ts';

/** A state that holds no more than the id tells; Terraform reads the rest. A regional id may end with `@<region>`. */
export function importResourceState(context: ProviderContext, { typeName, id }: ImportRequest): ImportResponse {
  const resource = context.resource(typeName);
  const { imported = (bareId: string) => ({ id: bareId }) } = resource.behaviour;
  const regional = 'region' in resource.block.attributes ? REGIONAL_ID.exec(id) : null;
  const [, bareId = id, region = context.cloud.region] = regional ?? [];
  const state = encodeValue(conform(resource.block, { region, ...imported(bareId) }));
  return { importedResources: [{ typeName, state }] };
}

const REGIONAL_ID = /^(.+)@([a-z]{2}(?:-[a-z]+)+-\d{1,2})$/;
