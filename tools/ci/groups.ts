import { environmentsIn } from './affected-names.ts';
import { planStep, reviewStep } from './stack-steps.ts';
import type { StepGroup } from './step.ts';

/** Targets that run together, because Nx runs them side by side. */
const CHECKS = ['lint', 'typecheck', 'test', 'synth'] as const;

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
  steps: ({ affected }) => environmentsIn(affected.plan).map(planStep),
};

/** What reviewers get: one comment for all plans. */
export const review: StepGroup = {
  name: 'review',
  idle: 'no environment affected',
  steps: ({ affected }) => {
    const planned = environmentsIn(affected.plan);
    return planned.length === 0 ? [] : [reviewStep(planned)];
  },
};
