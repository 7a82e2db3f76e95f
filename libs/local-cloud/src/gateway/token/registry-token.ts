/** What the password of a registry login says. */
export interface RegistryToken {
  readonly account: string;
  /** Whether its owner may enter every account. */
  readonly anyAccount: boolean;
  /** Seconds since 1970. */
  readonly expires: number;
}
