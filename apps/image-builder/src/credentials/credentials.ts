/** What a registry's login asks for. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Looks up the login of a registry's host; undefined for a host that needs none or is unknown. */
export type CredentialsOf = (host: string) => Promise<Credentials | undefined>;
