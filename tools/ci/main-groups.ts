import { containersIn, environmentsIn } from './affected-names.ts';
import type { Affected } from './facts.ts';
import { deployStep, planStep } from './stack-steps.ts';
import type { StepGroup } from './step.ts';

/** The environment that main deploys and publishes to. */
const FIRST = 'dev';
const NOT_CHANGED = `neither ${FIRST} nor a container is affected`;

export const planFirst: StepGroup = {
  name: 'plan',
  idle: NOT_CHANGED,
  steps: ({ affected }) => (changesFirst(affected) ? [planStep(FIRST)] : []),
};

export const deploy: StepGroup = {
  name: 'deploy',
  idle: NOT_CHANGED,
  steps: ({ affected }) => (changesFirst(affected) ? [deployStep(FIRST)] : []),
};

export const publish: StepGroup = {
  name: 'publish',
  idle: 'no container affected',
  steps: ({ base, affected }) =>
    affected.image === undefined
      ? []
      : [{ name: 'publish', command: ['image-builder', 'publish', '--env', FIRST, '--base', base], cloud: FIRST }],
};

/** What passes is written into the ledger: promotions ask for it. */
export const smoke: StepGroup = {
  name: 'smoke',
  idle: 'no container affected',
  steps: ({ affected }) =>
    containersIn(affected.image).map((container) => ({
      name: `smoke:${container}`,
      command: ['image-builder', 'run', container, '--env', FIRST],
      cloud: FIRST,
    })),
};

/** Images need their repositories, whatever became of earlier deployments: where they are there, the plan is empty. */
function changesFirst({ plan, image }: Affected): boolean {
  return image !== undefined || environmentsIn(plan).includes(FIRST);
}
