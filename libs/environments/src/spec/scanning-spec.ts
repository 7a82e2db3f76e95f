/**
 * How a registry scans images for vulnerabilities.
 * `basic` is free and scans on push the repositories that ask for it.
 * `enhanced` is Amazon Inspector, operating system and language packages, paid by image; repositories that match no filter are not scanned.
 */
export type ScanningSpec =
  | { readonly type: 'basic'; readonly continuous?: never; readonly onPush?: never }
  | { readonly type: 'enhanced'; readonly continuous: ScanningFilters; readonly onPush?: ScanningFilters }
  | { readonly type: 'enhanced'; readonly continuous?: never; readonly onPush: ScanningFilters };

/** Wildcard filters (`*`) on repository names, 1 to 100 of 1 to 255 characters (PutRegistryScanningConfiguration). */
export type ScanningFilters = readonly [string, ...string[]];

/** Free scanning of operating system packages, when an image is pushed. */
export function basicScanning(): ScanningSpec {
  return { type: 'basic' };
}

/** Amazon Inspector. `continuous` scans again when new vulnerabilities become known; `onPush` only at the push. */
export function enhancedScanning(filters: Omit<Extract<ScanningSpec, { type: 'enhanced' }>, 'type'>): ScanningSpec {
  return { type: 'enhanced', ...filters };
}
