/** A package that is installed in an image. */
export interface InstalledPackage {
  readonly kind: 'deb' | 'pypi';
  readonly name: string;
  readonly version: string;
  /** File that says so, from the root. */
  readonly path: string;
  /** Of Debian's packages, such as `amd64`. */
  readonly architecture?: string;
  /** SPDX expression. Undefined where the package doesn't say. */
  readonly license?: string;
}

/** The distribution of an image. */
export interface Distribution {
  /** Such as `debian`. */
  readonly id: string;
  /** Such as `12`. Undefined for a distribution without versions. */
  readonly version: string | undefined;
}
