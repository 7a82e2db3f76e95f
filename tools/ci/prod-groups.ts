import { planStep, reviewStep } from './stack-steps.ts';
import { NEVER_IDLE } from './step.ts';
import type { StepGroup } from './step.ts';

/** The environment that is released to by hand. */
const LAST = 'prod';

/** Whatever changed: what was merged since the last release is in it. */
export const planLast: StepGroup = {
  name: 'plan',
  idle: NEVER_IDLE,
  steps: () => [planStep(LAST)],
};

export const reviewLast: StepGroup = {
  name: 'review',
  idle: NEVER_IDLE,
  steps: () => [reviewStep([LAST])],
};
