import { containers, environments, type EnvironmentName } from '@slipway/environments';
import type { StepGroup } from './step.ts';

const ENVIRONMENTS = Object.keys(environments) as EnvironmentName[];
const CONTAINERS = Object.keys(containers);
const NEVER_IDLE = 'there is none';

/**
 * What CI's roles for images may not ask, so the plan says that it doesn't know; to apply one, somebody who may asks them. The ledger of
 * the other account is about the images of that one.
 */
const NOT_ASKED = {
  dev: ['ecs', 'lambda', 'ledger:prod'],
  prod: ['eks', 'ecs', 'lambda', 'ledger:dev'],
} as const satisfies Readonly<Record<EnvironmentName, readonly string[]>>;

/** Vulnerabilities that became known since, and exceptions that expired. */
export const audit: StepGroup = {
  name: 'audit',
  idle: NEVER_IDLE,
  steps: () => [{ name: 'audit', command: ['nx', 'run-many', '-t', 'audit'] }],
};

export const drift: StepGroup = {
  name: 'drift',
  idle: NEVER_IDLE,
  steps: () =>
    ENVIRONMENTS.map((name) => ({ name: `drift:${name}`, command: ['nx', 'run', `${name}:drift`], cloud: name })),
};

/** The released images once more: exceptions that expired or aren't needed any longer fail, too. */
export const scan: StepGroup = {
  name: 'scan',
  idle: NEVER_IDLE,
  steps: () =>
    ENVIRONMENTS.map((name) => ({
      name: `scan:${name}`,
      command: ['image-builder', 'scan', ...CONTAINERS, '--env', name],
      cloud: name,
    })),
};

/** A plan alone: nothing is deleted. */
export const cleanup: StepGroup = {
  name: 'cleanup',
  idle: NEVER_IDLE,
  steps: () =>
    ENVIRONMENTS.map((name) => ({
      name: `cleanup:${name}`,
      command: [
        'image-builder',
        'cleanup',
        '--env',
        name,
        ...NOT_ASKED[name].flatMap((source) => ['--without', source]),
      ],
      cloud: name,
    })),
};
