import { containers, environments, type EnvironmentName } from '@slipway/environments';
import { driftStep } from './stack-steps.ts';
import { NEVER_IDLE } from './step.ts';
import type { StepGroup } from './step.ts';

const ENVIRONMENTS = Object.keys(environments) as EnvironmentName[];
const CONTAINERS = Object.keys(containers);

/** Environments whose clusters run what `image.json` deploys there. */
const ON_CLUSTERS: readonly EnvironmentName[] = ['prod'];

/** Vulnerabilities that became known since, and exceptions that expired. */
export const audit: StepGroup = {
  name: 'audit',
  idle: NEVER_IDLE,
  steps: () => [{ name: 'audit', command: ['nx', 'run-many', '-t', 'audit'] }],
};

export const drift: StepGroup = {
  name: 'drift',
  idle: NEVER_IDLE,
  steps: () => ENVIRONMENTS.map(driftStep),
};

/** The released images once more: exceptions that expired or aren't needed any longer fail, too. */
export const scan: StepGroup = {
  name: 'scan',
  idle: NEVER_IDLE,
  steps: () =>
    ENVIRONMENTS.map((name) => ({
      name: `scan:${name}`,
      command: ['image-builder', 'scan', ...CONTAINERS, '--env', name],
      verdicts: { 5: 'vulnerabilities, or exceptions that expired' },
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
        ...notAsked(name).flatMap((source) => ['--without', source]),
      ],
      cloud: name,
    })),
};

/**
 * What the role that audits may not ask, so the plan says that it doesn't know; to apply one, somebody who may asks them. The ledgers of
 * other accounts are about the images of those.
 */
function notAsked(environment: EnvironmentName): string[] {
  const clusters = ON_CLUSTERS.includes(environment) ? ['eks'] : [];
  const others = ENVIRONMENTS.filter((name) => name !== environment);
  return [...clusters, 'ecs', 'lambda', ...others.map((name) => `ledger:${name}`)];
}
