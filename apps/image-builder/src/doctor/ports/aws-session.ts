import type { RegistryReader } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import type { RegistryLogins } from '../../login/registry-logins.ts';

/** `denied`: the credentials may not list it. */
export type BucketAccess = 'readable' | 'denied' | 'missing';

/** The credentials of this process, and the ends of AWS that they are used with. Every method throws a Failure. */
export interface AwsSession extends Pick<RegistryReader, 'repositoryPolicy'>, RegistryLogins {
  /** ARN of the principal whose credentials these are. */
  whoami(region: string): Promise<string>;
  /** When the credentials end, in UTC; undefined when they don't say or have no end. @throws Failure `aws-failed` when there are none */
  credentialsEnd(region: string): Promise<string | undefined>;
  /** The time by ECR's endpoint, to the second. */
  timeOf(region: string): Promise<Date>;
  bucket(state: EnvironmentSpec['state']): Promise<BucketAccess>;
}
