import type { Principal } from '@slipway/access';

/** Who may do what with a repository. Roles without an account are of the environment's own. Each list @default nobody */
export interface AccessSpec {
  /** Download images. */
  readonly pull?: readonly Principal[];
  /** Upload images. */
  readonly push?: readonly Principal[];
  /** Upload and download images. */
  readonly pullPush?: readonly Principal[];
  /** See repository, images and scan findings, and no layer. */
  readonly read?: readonly Principal[];
}
