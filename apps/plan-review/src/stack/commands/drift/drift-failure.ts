import type { Failure } from '@slipway/cli';
import type { Review } from '@slipway/plan-review';
import { StackFailure } from '../../failure.ts';

/** Drift as a failure; nothing where everything is as the state says. */
export function driftFailure(environment: string, { stacks }: Review): Failure | undefined {
  const count = stacks.flatMap(({ drift }) => drift).length;
  if (count === 0) return undefined;
  const what = count === 1 ? '1 resource' : `${count} resources`;
  return new StackFailure({
    code: 'drift',
    message: `${what} of '${environment}' ${count === 1 ? 'was' : 'were'} changed outside of Terraform`,
    fix: `find out who did it; then set it back ('npx nx plan ${environment}' and 'npx nx deploy ${environment}'), or take it over into the spec`,
  });
}
