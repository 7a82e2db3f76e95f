/**
 * The line that a tag belongs to: `v` of `v20260301-0123abc`, `dev` of `dev-0123abc`, `feature` of any feature branch. Tags that are
 * a commit alone are one line, and so is whatever begins with no letter. Each line keeps its own newest images.
 */
export function tagLine(tag: string): string {
  if (/^[0-9a-f]{7,64}$/.test(tag)) return 'commit';
  return /^[A-Za-z]+/.exec(tag)?.[0].toLowerCase() ?? 'other';
}

/** What a tag of the OCI fallback scheme, or of cosign, is about: `sha256-<digits>`, with a suffix or none. */
export function subjectTag(tag: string): string | undefined {
  const digits = /^sha256-(?<digits>[0-9a-f]{64})(?:\.\w+)?$/.exec(tag)?.groups?.['digits'];
  return digits === undefined ? undefined : `sha256:${digits}`;
}
