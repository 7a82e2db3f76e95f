import type { Credentials } from '../credentials/credentials.ts';

/** Where the login of a host is kept. */
export interface LoginPlace {
  /** `helper`: a credential helper. `file`: in plain text. `automatic`: a helper that asks ECR itself each time, so that nothing is kept. */
  readonly kind: 'helper' | 'file' | 'automatic';
  /** Command of the helper, or path of the file. */
  readonly name: string;
}

/** Keeps logins for the docker command. Every method throws a Failure. */
export interface LoginStore {
  placeOf(host: string): Promise<LoginPlace>;
  /** Replaces the login of this host and of no other. Where the place is `automatic`, nothing happens. */
  keep(host: string, credentials: Credentials): Promise<LoginPlace>;
}
