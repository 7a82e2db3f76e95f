import type { ScanStatus } from '@aws-sdk/client-ecr';
import type { Vulnerability } from './vulnerability.ts';

export interface ScannedImage {
  /** Whose registry it is in, 12 digits. @default the account of the credentials */
  readonly account?: string;
  readonly region: string;
  readonly repository: string;
  readonly digest: string;
}

/** `basic` is started on push or by hand. `enhanced` is Amazon Inspector's: it starts by itself. */
export type ScanKind = 'basic' | 'enhanced';

/** What a registry says about the scan of an image. */
export interface ScanState {
  /** ECR API reference, ImageScanStatus. Enhanced scans stay `ACTIVE`. A status that is not documented yet comes as it is. */
  readonly status: ScanStatus | (string & {});
  /** AWS's own words; empty where there are none. */
  readonly description: string;
  /** When the last scan was complete, in UTC. @default none was, or enhanced scanning, which doesn't say */
  readonly completedAt?: string;
  readonly vulnerabilities: readonly Vulnerability[];
}

/** `too-soon`: a basic scan of an image can be started once in 24 hours, a scan on push included (ECR, StartImageScan). */
export type ScanStart = 'started' | 'too-soon' | 'unsupported' | 'archived';

/** Starts and reads the scans of images. Every method throws a Failure. */
export interface ImageScans {
  kind(region: string): Promise<ScanKind>;
  /** Starts a basic scan. */
  start(image: ScannedImage): Promise<ScanStart>;
  /** Undefined when the image was never scanned. @throws Failure `image-missing`, `repository-missing` */
  read(image: ScannedImage): Promise<ScanState | undefined>;
}
