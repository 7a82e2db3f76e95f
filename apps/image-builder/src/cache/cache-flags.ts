/** What the command line says of caches; then image.json says nothing. */
export interface CacheFlags {
  /** Images or caches to read. */
  readonly from: readonly string[];
  /** `inline`, or the name under which the steps are written. @default nowhere */
  readonly to?: string | undefined;
}

export const NO_CACHE_FLAGS: CacheFlags = { from: [] };
