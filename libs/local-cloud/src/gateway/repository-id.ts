/** One repository of one registry: registries are per account and region. */
export interface RepositoryId {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly name: string;
}
