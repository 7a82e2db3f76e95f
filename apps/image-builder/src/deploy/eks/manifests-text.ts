import { stringify } from 'yaml';
import type { Manifest } from './manifest.ts';

/** Manifests as one YAML text, as kubectl takes and people read it. */
export function manifestsText(manifests: readonly Manifest[]): string {
  return manifests.map((manifest) => stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n');
}
