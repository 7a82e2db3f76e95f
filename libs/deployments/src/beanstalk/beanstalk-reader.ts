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

/** What Elastic Beanstalk in one region says. Every method throws a Failure `aws-failed`. */
export interface BeanstalkReader {
  /** @throws Failure `deploy-failed` when there is no such environment */
  state(application: string, environment: string): Promise<BeanstalkState>;
  version(application: string, label: string): Promise<BeanstalkVersion | undefined>;
}
