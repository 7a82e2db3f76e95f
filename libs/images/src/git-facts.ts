/** What git says about the work tree that an image is built from. */
export interface GitFacts {
  /** Full object name of the commit, 40 (sha-1) or 64 (sha-256) hexadecimal digits. */
  readonly commit: string;
  readonly branch: string;
  /** True when the work tree differs from the commit. */
  readonly dirty: boolean;
  /** Committer date, RFC 3339. */
  readonly committedAt: string;
  /** Web address of the sources, without credentials. */
  readonly source: string | undefined;
  /** Git tags of the commit. @default none */
  readonly tags?: readonly string[];
}
