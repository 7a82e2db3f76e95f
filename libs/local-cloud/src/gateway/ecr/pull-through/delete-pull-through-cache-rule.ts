import type { EcrCall } from '../ecr-call.ts';
import { requireOwnRegistry } from '../require-own-registry.ts';
import { missingRule } from './missing-rule.ts';

/** Repositories that the rule made on AWS stay there; here it never made any. */
export function deletePullThroughCacheRule(call: EcrCall): Promise<object> {
  requireOwnRegistry(call);
  const prefix = call.input.text('ecrRepositoryPrefix');
  return call.context.records.pullThroughRules.change(call, (rules) => {
    const rule = rules.get(prefix);
    if (rule === undefined) throw missingRule();
    rules.delete(prefix);
    return rule;
  });
}
