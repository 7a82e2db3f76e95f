import type { EnvironmentName } from '@slipway/environments';
import type { Step } from './step.ts';

/** The command behind `nx plan`, `nx deploy` and `nx run dev:drift`: Nx makes 1 of every exit code, and costs a start more. */
const STACK = ['node', 'apps/plan-review/bin/stack.ts'] as const;
const BLOCKED = { 5: 'the plan is blocked' };

export function planStep(environment: EnvironmentName): Step {
  return stackStep('plan', environment, BLOCKED);
}

/** Writes what reviewers get of saved plans. */
export function reviewStep(planned: readonly EnvironmentName[]): Step {
  const command = ['node', 'tools/ci/review/main.ts', ...planned] as const;
  return { name: 'review', command, verdicts: { 5: 'a plan is blocked' } };
}

/** Applies the plan that was saved. */
export function deployStep(environment: EnvironmentName): Step {
  return stackStep('deploy', environment, { 4: 'the saved plan is stale, or another one', ...BLOCKED });
}

export function driftStep(environment: EnvironmentName): Step {
  return stackStep('drift', environment, { 5: 'there is drift' });
}

function stackStep(verb: string, environment: EnvironmentName, verdicts: NonNullable<Step['verdicts']>): Step {
  return {
    name: `${verb}:${environment}`,
    command: [...STACK, verb, environment],
    verdicts,
    cloud: environment,
  };
}
