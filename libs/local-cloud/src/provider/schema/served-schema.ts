import type { Behaviours } from '../resources/behaviours.ts';
import { limitBlocks } from './limit-blocks.ts';
import type { ProviderSchema } from './provider-schema.ts';
import { cachedSchema } from './schema-cache.ts';

/** The schema that the provider declares: derived from the bindings, with the block limits that they lose. */
export async function servedSchema(cacheFolder: string, behaviours: Behaviours): Promise<ProviderSchema> {
  const resources = [...behaviours.resources.keys()];
  const derived = await cachedSchema(cacheFolder, { resources, dataSources: [...behaviours.dataSources.keys()] });
  const limited = Object.entries(derived.resources).map(([type, block]) => {
    return [type, limitBlocks(block, behaviours.resources.get(type)?.rules.blockLimits ?? {})] as const;
  });
  return { ...derived, resources: Object.fromEntries(limited) };
}
