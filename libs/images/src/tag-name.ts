import { InvalidImageValue } from './invalid-image-value.ts';

/** The most characters that a tag may have (OCI distribution spec, "pulling manifests"). */
export const MAX_TAG_LENGTH = 128;

export function isTagName(text: unknown): boolean {
  return typeof text === 'string' && /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(text);
}

/** @throws InvalidImageValue when a registry would refuse the text as a tag. */
export function parseTagName(text: string): string {
  if (isTagName(text)) return text;
  throw new InvalidImageValue(
    `'${text}' is not a tag: write 1 to ${MAX_TAG_LENGTH} of letters, digits, '_', '.', '-', not starting with '.' or '-'`,
  );
}
