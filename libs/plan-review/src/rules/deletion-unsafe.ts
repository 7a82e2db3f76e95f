import { warning } from '@slipway/findings';
import { sets } from '../change/effects.ts';
import { readValue } from '../change/read-value.ts';
import type { Side } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

/** With `force_delete` a repository is deleted with its images; without it, ECR refuses while there are any. */
export const deletionUnsafe: Rule = (change, { production }) => {
  if (!/^aws_ecr(public)?_repository$/.test(change.type) || !sets(change)) return [];
  if (isSafe(change.after) || (change.kind === 'create' ? !production : !isSafe(change.before))) return [];
  return [
    warning('deletion-unsafe', {
      message: 'from now on it can be deleted with its images ("force_delete")',
      fix: 'set "force_delete" only for what can be built again',
    }),
  ];
};

function isSafe(side: Side): boolean {
  const reading = readValue(side, ['force_delete']);
  return reading.state === 'absent' || (reading.state === 'known' && reading.value === false);
}
