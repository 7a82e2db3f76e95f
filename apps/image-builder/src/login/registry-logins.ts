import type { Credentials } from '../credentials/credentials.ts';

/** A login to the registry of one account and region. */
export interface RegistryLogin {
  readonly region: string;
  /** Host, and port where there is one, without a scheme. */
  readonly host: string;
  readonly credentials: Credentials;
  /** In UTC. ECR's tokens are valid for 12 hours (API reference, GetAuthorizationToken). */
  readonly expiresAt: string;
}

/** Asks for logins. */
export interface RegistryLogins {
  /** @throws Failure `aws-failed` */
  logIn(region: string): Promise<RegistryLogin>;
}
