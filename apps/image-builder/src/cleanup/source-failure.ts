import { errorMessage, errorName } from '@slipway/cli';
import { Failure } from '../failure.ts';

export interface AskedSource {
  /** As `--without` names it. */
  readonly source: string;
  /** Name of the service, for people. */
  readonly service: string;
  readonly region: string;
}

/** The failure of a service that does not say what it runs. Unknown counts as deployed, so nothing may be deleted. */
export function sourceFailure(error: unknown, { source, service, region }: AskedSource): Failure {
  return new Failure({
    code: 'aws-failed',
    message: `${service} in ${region} doesn't say what it runs: ${errorName(error)}: ${errorMessage(error)}`,
    fix: `log in with a role that may list and describe there; or, when nothing of this registry runs on ${service}, give '--without ${source}'`,
    cause: error,
  });
}
