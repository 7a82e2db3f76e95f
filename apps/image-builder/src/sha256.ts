import { createHash } from 'node:crypto';
import type { Digest } from '@slipway/images';

/** The digest of these bytes, as a registry names them; a text's bytes are UTF-8. */
export function sha256(content: string | Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
