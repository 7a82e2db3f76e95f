import { secondsNow } from '../../seconds-now.ts';
import type { EcrCall } from '../ecr-call.ts';
import { requireOwnRegistry } from '../require-own-registry.ts';
import { missingRule } from './missing-rule.ts';
import { credentialForm, longestRoleArn } from './pull-through-rule.ts';

/** Changes the secret or the role of a rule; what the call leaves out stays. */
export function updatePullThroughCacheRule(call: EcrCall): Promise<object> {
  requireOwnRegistry(call);
  const { context, input } = call;
  const prefix = input.text('ecrRepositoryPrefix');
  const credentialArn = input.optionalMatching('credentialArn', credentialForm);
  const customRoleArn = input.optionalUpTo('customRoleArn', longestRoleArn);
  return context.records.pullThroughRules.change(call, (rules) => {
    const rule = rules.get(prefix);
    if (rule === undefined) throw missingRule();
    const changed = {
      ...rule,
      ...(credentialArn !== undefined && { credentialArn }),
      ...(customRoleArn !== undefined && { customRoleArn }),
      updatedAt: secondsNow(),
    };
    rules.set(prefix, changed);
    return changed;
  });
}
