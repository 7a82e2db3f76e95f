import { join } from 'node:path';
import type { BaseImage } from './base-image.ts';

/** Path of the script that finishes a base image. */
export function hookPath({ hook }: BaseImage): string {
  return join(import.meta.dirname, hook);
}
