import type { Credentials } from '../credentials/credentials.ts';

/** Where a repository is and how to log in to it. */
export interface RepositoryPlace {
  /** Address of the repository, without a scheme and a tag. */
  readonly uri: string;
  /** `https:` in AWS; the local cloud speaks `http:` on the loopback. */
  readonly scheme: 'http:' | 'https:';
  /** Account that owns the repository, 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly credentials: Credentials;
  /** Logs in again, for work that lasts longer than a login. @default none: an expired login is a failure */
  readonly login?: (() => Promise<Credentials>) | undefined;
}

export interface ForeignRepository {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** Finds repositories by name. */
export interface RepositoryDirectory {
  /** @throws Failure `repository-missing` when there is none of that name. */
  locate(region: string, name: string): Promise<RepositoryPlace>;
  /**
   * Where the repository of another account is, for what its policy grants; that account is not asked. The own login is good
   * for every registry that its principal has access to (ECR user guide, "Private registry authentication").
   * @throws Failure `wrong-account` where addresses don't tell accounts apart, as in the local cloud
   */
  locateForeign(address: ForeignRepository): Promise<RepositoryPlace>;
}
