import { InvalidImageValue } from './invalid-image-value.ts';

/** Content address of a manifest, config or layer: `sha256:` and 64 lower-case hexadecimal digits (OCI image spec, descriptors). */
export type Digest = `sha256:${string}`;

export function isDigest(text: unknown): text is Digest {
  return typeof text === 'string' && /^sha256:[0-9a-f]{64}$/.test(text);
}

/** @throws InvalidImageValue when the text is no sha256 digest. */
export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new InvalidImageValue(`'${text}' is not a digest: write 'sha256:' and 64 lower-case hexadecimal digits`);
}
