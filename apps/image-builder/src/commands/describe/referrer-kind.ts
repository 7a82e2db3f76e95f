export type ReferrerKind = 'SBOM' | 'signature' | 'attestation' | 'other';

/** What an artifact type, or the ending of a tag of cosign's, is about. */
export function referrerKind(type = ''): ReferrerKind {
  if (/sbom|spdx|cyclonedx/i.test(type)) return 'SBOM';
  if (/signature|cosign|sigstore|^sig$/i.test(type)) return 'signature';
  if (/in-toto|slsa|provenance|attestation|^att$/i.test(type)) return 'attestation';
  return 'other';
}
