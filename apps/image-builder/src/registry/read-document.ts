import type { Digest } from '@slipway/images';
import type { ManifestText } from './image-registry.ts';
import { MANIFEST_TYPES } from './manifest.ts';
import type { RegistryAnswer } from './registry-client.ts';
import { nonsense } from './registry-failure.ts';
import { sha256 } from '../sha256.ts';

const DIGEST_HEADER = 'docker-content-digest';

/** The manifest in an answer: its digest is computed, and has to be what was asked for and what the registry names. */
export function readDocument(answer: RegistryAnswer, name: string): ManifestText & { readonly digest: Digest } {
  const digest = sha256(answer.bytes);
  const asked = /sha256:[0-9a-f]{64}$/.exec(answer.url.pathname)?.[0];
  for (const named of [asked, answer.headers.get(DIGEST_HEADER) ?? undefined]) {
    if (named === undefined || named === digest) continue;
    throw nonsense(`the registry says that '${name}' is '${named}', and its bytes are '${digest}'`);
  }
  return { mediaType: answer.headers.get('content-type') ?? MANIFEST_TYPES[0], text: textOf(answer), digest };
}

/** Nothing is dropped from the text, not even a byte order mark: the digest is that of its bytes. */
export function textOf({ bytes }: Pick<RegistryAnswer, 'bytes'>): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
