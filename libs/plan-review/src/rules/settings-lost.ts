import { warning } from '@slipway/findings';
import type { Rule } from './rule.ts';

/**
 * A replaced repository loses its policies, and Terraform does not notice: they refer to it by its name, which stays
 * (seen with Terraform 1.11; only the next plan creates them again).
 */
export const settingsLost: Rule = (change, { index }) => {
  if (change.type !== 'aws_ecr_repository' || change.kind !== 'replace' || !index.keepsPolicyOf(change)) return [];
  return [
    warning('settings-lost', {
      message: 'its policies go with it, and this plan does not set all of them again',
      fix: 'plan and apply once more afterwards',
    }),
  ];
};
