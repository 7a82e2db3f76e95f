import type { CredentialsOf } from '../../credentials/credentials.ts';
import type { AwsSession } from './aws-session.ts';
import type { AskBuildKit } from './buildkit-facts.ts';
import type { AskEngine } from './engine-facts.ts';
import type { Machine } from './machine.ts';

/** What only the doctor looks at. */
export interface DoctorPorts {
  readonly machine: Machine;
  readonly engineFacts: AskEngine;
  /** Where BUILDKIT_HOST names one: no Docker engine is needed then. */
  readonly buildkit?: AskBuildKit | undefined;
  /** @param signal ends every call that is still under way */
  readonly openAws: (signal: AbortSignal) => AwsSession;
  /** Logins that the docker command has. */
  readonly dockerLogins: CredentialsOf;
}
