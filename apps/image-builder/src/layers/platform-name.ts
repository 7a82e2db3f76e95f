import type { Platform } from './image-schemas.ts';

/** A platform as Docker's `--platform` writes it. */
export function platformName({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join('/');
}
