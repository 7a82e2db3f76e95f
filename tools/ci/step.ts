import type { EnvironmentName } from '@slipway/environments';
import type { Facts } from './facts.ts';

/** One command of a pipeline. */
export interface Step {
  /** Name of its group, or `group:what`, such as `plan:dev`. */
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** What exit codes say of the thing that was looked at, such as 5: `there is drift`; others say that the look failed. @default all do */
  readonly verdicts?: Readonly<Record<number, string>>;
  /** What it needs of the cloud: a Docker engine, or an environment's account too. @default nothing */
  readonly cloud?: 'engine' | EnvironmentName;
}

/** Steps of one kind, which a change may have none of. */
export interface StepGroup {
  readonly name: string;
  readonly steps: (facts: Facts) => readonly Step[];
  /** Said where there are none. */
  readonly idle: string;
}

/** `idle` of groups that have steps whatever changed. */
export const NEVER_IDLE = 'there is none';

/** Groups in their order. */
export interface Pipeline {
  readonly groups: readonly StepGroup[];
  /** `stop`: what comes after a failure is not run. `stop unless found`: it is after a verdict, such as a blocked plan. `go on`: everything runs. */
  readonly onFailure: 'stop' | 'stop unless found' | 'go on';
}

/** Nothing to run, and why. */
export interface Idle {
  readonly name: string;
  readonly idle: string;
}

/** A step's command on one line, as far as it is worth reading. */
export function commandLine({ command }: Pick<Step, 'command'>): string {
  const [file, ...args] = command;
  const shown = args.slice(0, MOST_ARGUMENTS);
  const rest = args.length - shown.length;
  return [file, ...shown, ...(rest > 0 ? [`(${rest} more)`] : [])].join(' ');
}

const MOST_ARGUMENTS = 12;
