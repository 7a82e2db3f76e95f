import type { CredentialsOf } from '../../credentials/credentials.ts';
import type { AwsSession } from './aws-session.ts';
import type { AskBuildKit } from './buildkit-facts.ts';
import type { EngineSelf } from './engine-self.ts';
import type { Machine } from './machine.ts';

/** What only the doctor looks at. */
export interface DoctorPorts {
  readonly machine: Machine;
  readonly engine: EngineSelf;
  /** Where BUILDKIT_HOST names one: no Docker engine is needed then. */
  readonly buildkit?: AskBuildKit | undefined;
  /** @param signal ends every call that is still under way */
  readonly openAws: (signal: AbortSignal) => AwsSession;
  /** Logins that the docker command has. */
  readonly dockerLogins: CredentialsOf;
}
