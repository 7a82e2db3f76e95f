import type { Principal } from './principal/principal.ts';

/**
 * What a principal may do with a repository.
 * `pull`: layers and manifests. `push`: upload images. `pullPush`: both. `read`: describe repository, images and findings, no layer.
 */
export type AccessLevel = 'pull' | 'push' | 'pullPush' | 'read';

/** One principal and what it may do with one repository. */
export interface Grant {
  readonly principal: Principal;
  readonly access: AccessLevel;
}
