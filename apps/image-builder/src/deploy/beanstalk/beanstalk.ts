import type { BeanstalkReader, BeanstalkVersion } from '@slipway/deployments';

/** What is made an application version. */
export interface NewVersion extends BeanstalkVersion {
  readonly bucket: string;
  readonly key: string;
  /** A zip archive. */
  readonly bundle: Uint8Array;
}

/** Elastic Beanstalk in one region. Every method throws a Failure `aws-failed`. */
export interface Beanstalk extends BeanstalkReader {
  /** Stores the bundle and makes the version of it. Nothing happens when there is one of this label by then. */
  createVersion(application: string, version: NewVersion): Promise<void>;
  /** Starts a deployment; it goes on after this returns. */
  update(application: string, environment: string, label: string): Promise<void>;
  /** Warnings and errors of an environment since a moment, the newest first. */
  problems(environment: string, since: Date): Promise<readonly string[]>;
  /** Waits until it is worth asking for the state again. */
  pause(): Promise<void>;
}
