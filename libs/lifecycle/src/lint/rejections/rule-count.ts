import { error, type LocalFinding } from '@slipway/findings';
import { LIFECYCLE_LIMITS } from '../../model/limits.ts';

const { least, most, source } = LIFECYCLE_LIMITS.rules;

export function ruleCount({ rules: { length } }: { readonly rules: readonly unknown[] }): LocalFinding[] {
  if (length >= least && length <= most) return [];
  return [
    error('lifecycle-rule-count', {
      message: `the policy has "${length}" rules, each tag prefix counted as one; ECR takes ${least} to ${most}`,
      fix: length === 0 ? 'add a rule or leave the lifecycle out' : 'join prefixes or drop rules',
      source,
    }),
  ];
}
