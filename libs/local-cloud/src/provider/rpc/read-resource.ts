import { conform } from '../wire/conform.ts';
import { encodeValue } from '../wire/dynamic-value.ts';
import type { ReadRequest, ReadResponse } from '../wire/provider-methods.ts';
import { currentState } from './current-state.ts';
import { decodeObject } from './decode-object.ts';
import type { ProviderContext } from './provider-context.ts';

/** What AWS holds of a resource now; null tells Terraform that it is gone. */
export async function readResource(context: ProviderContext, request: ReadRequest): Promise<ReadResponse> {
  const resource = context.resource(request.typeName);
  const state = decodeObject(request.currentState);
  const found = state && (await currentState(context.cloud, { resource, state }));
  return { newState: encodeValue(found ? conform(resource.block, found) : null), private: request.private };
}
