const SHOWN = 'sha256:'.length + 12;

/** The beginning of a digest, for people who compare; programs get all of it. */
export function shortDigest(digest: string): string {
  return digest.slice(0, SHOWN);
}
