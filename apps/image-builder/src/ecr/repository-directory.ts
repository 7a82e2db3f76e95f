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
}

/** Finds repositories by name. */
export interface RepositoryDirectory {
  /** @throws Failure `repository-missing` when there is none of that name. */
  locate(region: string, name: string): Promise<RepositoryPlace>;
}
