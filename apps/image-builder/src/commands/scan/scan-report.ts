import type { ScanEvaluation } from '../../scan/evaluation/evaluate-scan.ts';
import type { ScanKind } from '../../scan/image-scans.ts';
import type { Severity } from '../../scan/severity.ts';

/** What the scans of images say. Printed as it is by `--json`. */
export interface ScanReport {
  readonly schemaVersion: 1;
  readonly report: 'scan';
  readonly environment: string;
  readonly images: readonly ScannedImageReport[];
}

export interface ScannedImageReport extends ScanEvaluation {
  readonly container: string;
  /** Folder of its Dockerfile, from the workspace root. */
  readonly context: string;
  /** Address without scheme and tag. */
  readonly uri: string;
  readonly region: string;
  readonly digest: string;
  /** What the image was found by, in words. */
  readonly chosenBy: string;
  readonly kind: ScanKind;
  /** AWS's status; `not scanned` where there is no scan. */
  readonly status: string;
  /** In UTC. @default AWS doesn't say */
  readonly completedAt?: string;
  readonly failOn: Severity;
  readonly clean: boolean;
  /** Why there is no result. Left out where there is one. */
  readonly problem?: { readonly message: string; readonly fix: string };
}
