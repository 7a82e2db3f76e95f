import { createHash } from 'node:crypto';

/** The digest that names a manifest: SHA-256 of its bytes. */
export function manifestDigest(manifest: string): string {
  return `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
}
