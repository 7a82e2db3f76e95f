import type { Digest } from '@slipway/images';

/** Label of the version of an image with some settings: 80 characters of the 100 that Elastic Beanstalk takes. @param settings 8 hex digits */
export function versionLabel(digest: Digest, settings: string): string {
  return `${digest.replace(':', '-')}-${settings}`;
}

/** The digest in a label of `versionLabel`; undefined for a label of somebody else. */
export function digestOfLabel(label: string): Digest | undefined {
  const [, hex] = /^sha256-([0-9a-f]{64})-[0-9a-f]{8}$/.exec(label) ?? [];
  return hex === undefined ? undefined : `sha256:${hex}`;
}
