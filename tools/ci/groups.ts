import { containers, environments, type EnvironmentName } from '@slipway/environments';
import type { Facts } from './facts.ts';
import type { Step, StepGroup } from './step.ts';

/** Targets that run together, because Nx runs them side by side. */
const CHECKS = ['lint', 'typecheck', 'test', 'synth'] as const;
/** The environment that main deploys and publishes to. */
const FIRST = 'dev';

export const format: StepGroup = {
  name: 'format',
  idle: 'no file changed',
  steps: ({ changedFiles }) =>
    changedFiles.length === 0
      ? []
      : [{ name: 'format', command: ['prettier', '--check', '--log-level=warn', '--ignore-unknown', ...changedFiles] }],
};

export const check: StepGroup = {
  name: 'check',
  idle: 'no project affected',
  steps: ({ base, affected }) => {
    const targets = CHECKS.filter((target) => affected[target] !== undefined);
    if (targets.length === 0) return [];
    return [{ name: 'check', command: ['nx', 'affected', '-t', ...targets, `--base=${base}`, '--parallel=2'] }];
  },
};

export const image: StepGroup = {
  name: 'image',
  idle: 'no container affected',
  steps: ({ base, affected }) =>
    affected.image === undefined
      ? []
      : [{ name: 'image', command: ['nx', 'affected', '-t', 'image', `--base=${base}`], cloud: 'engine' }],
};

export const plan: StepGroup = {
  name: 'plan',
  idle: 'no environment affected',
  steps: ({ affected }) => environmentsIn(affected.plan).map(planOf),
};

export const planFirst: StepGroup = {
  name: 'plan',
  idle: `${FIRST} is not affected`,
  steps: ({ affected }) =>
    environmentsIn(affected.plan)
      .filter((name) => name === FIRST)
      .map(planOf),
};

/** What reviewers get: one comment for all plans. */
export const review: StepGroup = {
  name: 'review',
  idle: 'no environment affected',
  steps: ({ affected }) => {
    const planned = environmentsIn(affected.plan);
    return planned.length === 0 ? [] : [{ name: 'review', command: ['node', 'tools/ci/review/main.ts', ...planned] }];
  },
};

export const deploy: StepGroup = {
  name: 'deploy',
  idle: `${FIRST} is not affected`,
  steps: ({ affected }) =>
    environmentsIn(affected.deploy).includes(FIRST)
      ? [{ name: `deploy:${FIRST}`, command: ['nx', 'deploy', FIRST], cloud: FIRST }]
      : [],
};

export const publish: StepGroup = {
  name: 'publish',
  idle: 'no container affected',
  steps: ({ base, affected }) =>
    affected.image === undefined
      ? []
      : [
          {
            name: 'publish',
            command: ['image-builder', 'publish', '--env', FIRST, '--base', base],
            cloud: FIRST,
          },
        ],
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

function planOf(environment: EnvironmentName): Step {
  return { name: `plan:${environment}`, command: ['nx', 'plan', environment], cloud: environment };
}

export function environmentsIn(projects: Facts['affected']['plan'] = []): EnvironmentName[] {
  return (Object.keys(environments) as EnvironmentName[]).filter((name) => projects.includes(name));
}

export function containersIn(projects: Facts['affected']['image'] = []): string[] {
  return Object.keys(containers).filter((name) => projects.includes(name));
}
