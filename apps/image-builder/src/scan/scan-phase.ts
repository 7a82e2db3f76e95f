import type { ScanState } from './image-scans.ts';

/** Whether a scan has a result, will have one, or won't without somebody's help. */
export type ScanPhase = 'done' | 'running' | { readonly failed: string; readonly fix: string };

/** What a status means (ECR API reference, ImageScanStatus; user guide, "Image scanning"). Only `done` proves anything. */
export function scanPhase({ status, description }: Pick<ScanState, 'status' | 'description'>): ScanPhase {
  switch (status) {
    case 'COMPLETE':
    case 'ACTIVE':
      return 'done';
    case 'IN_PROGRESS':
    case 'PENDING':
      return 'running';
    default:
      return { failed: described(status, description), fix: FIXES.get(status) ?? "read AWS's own words" };
  }
}

const FIXES: ReadonlyMap<string, string> = new Map([
  ['FAILED', "read AWS's own words; a basic scan can be started again after 24 hours, or push a new image"],
  [
    'UNSUPPORTED_IMAGE',
    'ECR scans single images of known operating systems only: give the digest of one image of an index, or change the base image',
  ],
  // Inspector closes the findings of such an image: that there are none says nothing (Inspector API, EcrRescanDurationState).
  ['SCAN_ELIGIBILITY_EXPIRED', "push the image again, or lengthen Amazon Inspector's re-scan duration for ECR"],
  ['FINDINGS_UNAVAILABLE', 'check that Amazon Inspector is active for ECR in this account and region'],
  ['LIMIT_EXCEEDED', "Amazon Inspector's quota is used up: wait, or ask AWS for a higher one"],
  ['IMAGE_ARCHIVED', 'restore the image from the archive first'],
]);

function described(status: string, description: string): string {
  return description === '' ? status : `${status}: ${description}`;
}
