import type { Credentials } from '../credentials/credentials.ts';

/** Steps of earlier builds, in a registry: what is the same is taken from there. It never decides what an image holds. */
export interface BuildCache {
  /** Images or caches to read, such as `registry.test/mlops/build-cache:server-main`. One that isn't there is skipped. */
  readonly from: readonly string[];
  /** Where the steps of this build go. @default nowhere */
  readonly to?: CacheTarget | undefined;
  /** Logins by host. @default those of Docker's configuration */
  readonly logins?: ReadonlyMap<string, Credentials>;
}

export type CacheTarget =
  /** Into the image itself, and only the steps of its last stage. */
  | { readonly type: 'inline' }
  /** Under a name of its own, with the steps of all stages. The name has to move. */
  | { readonly type: 'registry'; readonly ref: string };
