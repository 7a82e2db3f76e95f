import type { BeanstalkState, BeanstalkTarget } from '@slipway/deployments';
import type { Beanstalk } from '../../deploy/beanstalk/beanstalk.ts';
import { Failure } from '../../failure.ts';

export interface Waiting {
  readonly beanstalk: Beanstalk;
  readonly target: Pick<BeanstalkTarget, 'application' | 'environment'>;
  readonly timeoutSeconds: number;
  readonly now: () => Date;
  readonly say: (line: string) => void;
}

export type Health = { readonly done: true } | { readonly done: false; readonly reason: string };

/** @throws Failure `deploy-failed` when the environment doesn't get ready for an update in time */
export async function waitForReady(waiting: Waiting): Promise<BeanstalkState> {
  const { state, isOver } = await lookUntil(waiting, ({ status }) => status === 'Ready');
  if (!isOver) return state;
  throw new Failure({
    code: 'deploy-failed',
    message: `the environment '${waiting.target.environment}' is '${state.status}' after ${waiting.timeoutSeconds} s, and only a ready one takes an update`,
    fix: "look at its events; 'aws elasticbeanstalk abort-environment-update' ends an update that hangs",
  });
}

/** Waits until a version runs and is green. Elastic Beanstalk itself may go back to the version before. */
export async function waitForHealth(waiting: Waiting, label: string): Promise<Health> {
  const { state } = await lookUntil(
    waiting,
    ({ status, health, versionLabel }) => status === 'Ready' && (health === 'Green' || versionLabel !== label),
  );
  const { status, health, versionLabel } = state;
  if (versionLabel !== label) {
    return { done: false, reason: `Elastic Beanstalk has the version '${versionLabel ?? 'none'}' instead` };
  }
  if (status === 'Ready' && health === 'Green') return { done: true };
  return { done: false, reason: `it is '${status}' and '${health}' after ${waiting.timeoutSeconds} s` };
}

async function lookUntil(
  { beanstalk, target, timeoutSeconds, now, say }: Waiting,
  isDone: (state: BeanstalkState) => boolean,
): Promise<{ state: BeanstalkState; isOver: boolean }> {
  const end = now().getTime() + timeoutSeconds * 1000;
  for (let last = ''; ;) {
    const state = await beanstalk.state(target.application, target.environment);
    if (isDone(state)) return { state, isOver: false };
    if (now().getTime() >= end) return { state, isOver: true };
    const line = `${target.environment} is ${state.status} and ${state.health}`;
    if (line !== last) say(line);
    last = line;
    await beanstalk.pause();
  }
}
