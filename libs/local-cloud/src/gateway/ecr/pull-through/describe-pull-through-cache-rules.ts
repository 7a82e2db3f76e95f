import type { EcrCall } from '../ecr-call.ts';
import { paginate } from '../paginate.ts';
import { requireOwnRegistry } from '../require-own-registry.ts';
import { missingRule } from './missing-rule.ts';

/** All rules in pages, or those of the prefixes; then all of them must be there. */
export async function describePullThroughCacheRules(call: EcrCall): Promise<object> {
  requireOwnRegistry(call);
  const { context, input } = call;
  const rules = await context.records.pullThroughRules.all(call);
  const prefixes = input.optionalTexts('ecrRepositoryPrefixes');
  if (prefixes?.some((prefix) => !rules.has(prefix))) throw missingRule();
  if (prefixes !== undefined) return { pullThroughCacheRules: prefixes.map((prefix) => rules.get(prefix)) };
  const page = paginate([...rules.values()], ({ ecrRepositoryPrefix }) => ecrRepositoryPrefix, {
    maxResults: input.optionalNumber('maxResults'),
    nextToken: input.optionalText('nextToken'),
  });
  return { pullThroughCacheRules: page.items, nextToken: page.nextToken };
}
