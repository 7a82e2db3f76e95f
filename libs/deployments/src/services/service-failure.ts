import { errorMessage, errorName } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import { deploymentsFailure } from '../deployments-failure.ts';

export interface AskedPlace {
  /** Name of the service, for people. */
  readonly service: string;
  readonly region: string;
}

/** The failure of a service that does not say what it runs. */
export function serviceFailure(error: unknown, { service, region }: AskedPlace): Failure {
  return deploymentsFailure({
    code: 'aws-failed',
    message: `${service} in ${region} doesn't say what it runs: ${errorName(error)}: ${errorMessage(error)}`,
    fix: 'log in with a role that may list and describe there',
    cause: error,
  });
}
