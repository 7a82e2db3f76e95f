import { openCloud } from '../session/open-cloud.ts';
import { conform } from '../wire/conform.ts';
import { encodeValue } from '../wire/dynamic-value.ts';
import type { ProviderMethods } from '../wire/provider-methods.ts';
import { schemaMessages } from '../wire/schema-message.ts';
import { applyResourceChange } from './apply-resource-change.ts';
import { decodeObject } from './decode-object.ts';
import { importResourceState } from './import-resource-state.ts';
import { planResourceChange } from './plan-resource-change.ts';
import type { ProviderContext } from './provider-context.ts';
import { readDataSource } from './read-data-source.ts';
import { readResource } from './read-resource.ts';

/** Terraform's calls, answered for one provider block. A method that throws becomes an error that Terraform prints. */
export function providerMethodsOf(context: ProviderContext): ProviderMethods {
  return {
    GetSchema: () => ({
      ...schemaMessages(context.schema),
      serverCapabilities: { getProviderSchemaOptional: true },
    }),
    PrepareProviderConfig: ({ config }) => ({ preparedConfig: config }),
    ValidateResourceTypeConfig: ({ typeName, config }) => ({
      diagnostics: context.resource(typeName).behaviour.validate?.(decodeObject(config) ?? {}) ?? [],
    }),
    ValidateDataSourceConfig: () => ({ diagnostics: [] }),
    UpgradeResourceState: ({ typeName, rawState }) => {
      const state = decodeObject(rawState);
      return { upgradedState: encodeValue(state && conform(context.resource(typeName).block, state)) };
    },
    Configure: async ({ config }) => {
      context.configure(await openCloud(decodeObject(config) ?? {}, context.access));
      return { diagnostics: [] };
    },
    ReadResource: (request) => readResource(context, request),
    PlanResourceChange: (request) => planResourceChange(context, request),
    ApplyResourceChange: (request) => applyResourceChange(context, request),
    ImportResourceState: (request) => importResourceState(context, request),
    ReadDataSource: (request) => readDataSource(context, request),
    Stop: () => ({}),
  };
}
