import { warning } from '@slipway/findings';
import type { Rule } from './rule.ts';

/**
 * A replaced repository loses its policies, and Terraform does not notice: they refer to it by its name, which stays
 * (seen with Terraform 1.11; only the next plan creates them again).
 */
export const settingsLost: Rule = (change, { plan }) => {
  if (change.type !== 'aws_ecr_repository' || change.kind !== 'replace') return [];
  const kept = plan.changes.filter(
    ({ type, kind }) => /^aws_ecr_(lifecycle|repository)_policy$/.test(type) && kind === 'none',
  );
  if (kept.length === 0) return [];
  return [
    warning('settings-lost', {
      message: 'its lifecycle policy and its repository policy go with it, and this plan does not set them again',
      fix: 'plan and apply once more afterwards',
    }),
  ];
};
