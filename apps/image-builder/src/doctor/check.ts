import type { RepositoryAddress } from '@slipway/access';
import type { EnvironmentSpec } from '@slipway/environments';
import type { World } from '../world.ts';
import type { AwsSession } from './ports/aws-session.ts';

/** What a check found. A warning may be in order; a failure will stop some command. */
export type CheckResult =
  | { readonly status: 'ok'; readonly message: string }
  | { readonly status: 'warning' | 'failure'; readonly message: string; readonly fix: string };

/** Looks at one thing. What it throws is its failure and no other check's. */
export interface Check<Subject> {
  readonly name: string;
  readonly run: (subject: Subject) => Promise<CheckResult>;
}

export interface MachineSubject {
  readonly world: World;
  /** The environment that was asked about. @default none */
  readonly environment?: EnvironmentSpec | undefined;
}

export interface EnvironmentSubject extends MachineSubject {
  readonly environment: EnvironmentSpec;
  readonly aws: AwsSession;
}

export interface RepositorySubject extends EnvironmentSubject {
  readonly repository: RepositoryAddress;
}

export function ok(message: string): CheckResult {
  return { status: 'ok', message };
}

export function warning(message: string, fix: string): CheckResult {
  return { status: 'warning', message, fix };
}

export function failure(message: string, fix: string): CheckResult {
  return { status: 'failure', message, fix };
}
