import { warning } from '@slipway/findings';
import { deletes } from '../change/effects.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { KEY_TYPES } from './key-at-risk.ts';
import type { Rule } from './rule.ts';

/** Rules of their own say what it means. */
const TOLD_ELSEWHERE = ['aws_ecr_repository', 'aws_ecrpublic_repository', ...KEY_TYPES];

/** Anything that is deleted, forgotten, or treated in a way that this program does not know. */
export const resourceDestroyed: Rule = (change) => {
  if (change.kind === 'forget')
    return [
      warning('resource-forgotten', {
        message: 'Terraform forgets it: it stays, and nobody manages it any more',
        fix: 'check that somebody else owns it from now on',
      }),
    ];
  if (!deletes(change) || TOLD_ELSEWHERE.includes(change.type) || isHarmless(change)) return [];
  if (change.kind === 'unfamiliar')
    return [
      warning('unfamiliar-actions', {
        message: `the plan does what this program does not know: "${change.actions.join(', ')}"`,
        fix: 'read the plan of Terraform itself',
      }),
    ];
  return [
    warning('resource-destroyed', {
      message: `it is ${change.kind === 'replace' ? 'replaced' : 'destroyed'}`,
      fix: 'check what depends on it',
    }),
  ];
};

/** AWS has no way to change a lifecycle policy but to put another: Terraform calls that a replacement, and no image is lost by it. */
function isHarmless({ type, kind }: ResourceChange): boolean {
  return type === 'aws_ecr_lifecycle_policy' && kind === 'replace';
}
