/**
 * How a registry scans images for vulnerabilities.
 * `basic` is free and scans on push the repositories that ask for it.
 * `enhanced` is Amazon Inspector, operating system and language packages, paid by image; repositories that match no filter are not scanned.
 */
export type ScanningSpec =
  | { readonly type: 'basic' }
  | {
      readonly type: 'enhanced';
      /** Wildcard filters on repository names, 1 to 100. */
      readonly repositories: readonly [string, ...string[]];
      /** Scan again when new vulnerabilities become known, or only at the push. */
      readonly frequency: 'continuous' | 'on-push';
    };
