/** An environment of Elastic Beanstalk, as it is at this moment. */
export interface BeanstalkState {
  /** Such as `Launching`, `Updating`, `Ready`, `Terminating`. Only a `Ready` one takes an update. */
  readonly status: string;
  /** `Green`, `Yellow`, `Red`, or `Grey` while unknown. Enhanced health is a colour, too (`Ok` is green). */
  readonly health: string;
  /** Label of the version that is deployed, or being deployed; undefined before the first. */
  readonly versionLabel: string | undefined;
}

export interface BeanstalkVersion {
  readonly label: string;
  /** At most 200 characters. */
  readonly description: string;
}

/** What is made an application version. */
export interface NewVersion extends BeanstalkVersion {
  readonly bucket: string;
  readonly key: string;
  /** A zip archive. */
  readonly bundle: Uint8Array;
}

/** Elastic Beanstalk in one region. Every method throws a Failure `aws-failed`. */
export interface Beanstalk {
  /** @throws Failure `deploy-failed` when there is no such environment */
  state(application: string, environment: string): Promise<BeanstalkState>;
  version(application: string, label: string): Promise<BeanstalkVersion | undefined>;
  /** Stores the bundle and makes the version of it. Nothing happens when there is one of this label by then. */
  createVersion(application: string, version: NewVersion): Promise<void>;
  /** Starts a deployment; it goes on after this returns. */
  update(application: string, environment: string, label: string): Promise<void>;
  /** Warnings and errors of an environment since a moment, the newest first. */
  problems(environment: string, since: Date): Promise<readonly string[]>;
  /** Waits until it is worth asking for the state again. */
  pause(): Promise<void>;
}
