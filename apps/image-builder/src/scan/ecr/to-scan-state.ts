import type {
  DescribeImageScanFindingsResponse,
  EnhancedImageScanFinding,
  ImageScanFinding,
} from '@aws-sdk/client-ecr';
import type { ScanState } from '../image-scans.ts';
import { toSeverity } from '../severity.ts';
import type { Vulnerability } from '../vulnerability.ts';

/** What all pages of DescribeImageScanFindings say together; status and date are those of the last one. */
export function toScanState(pages: readonly DescribeImageScanFindingsResponse[]): ScanState {
  const last = pages.at(-1);
  const completedAt = last?.imageScanFindings?.imageScanCompletedAt;
  const found = pages.map(({ imageScanFindings }) => imageScanFindings);
  return {
    status: last?.imageScanStatus?.status ?? 'no status',
    description: last?.imageScanStatus?.description ?? '',
    ...(completedAt === undefined ? {} : { completedAt: completedAt.toISOString() }),
    vulnerabilities: [
      ...found.flatMap((page) => page?.findings ?? []).map(basicFinding),
      ...found
        .flatMap((page) => page?.enhancedFindings ?? [])
        .filter(isOpen)
        .map(enhancedFinding),
    ],
  };
}

/** ECR user guide, "Retrieving basic scan findings": the package stands in the attributes. */
function basicFinding({
  name = '',
  severity,
  description = '',
  uri,
  attributes = [],
}: ImageScanFinding): Vulnerability {
  const attribute = (key: string): string => attributes.find((one) => one.key === key)?.value ?? '';
  const packageName = attribute('package_name');
  return {
    id: name,
    severity: toSeverity(severity),
    description,
    ...(uri === undefined ? {} : { url: uri }),
    packages: packageName === '' ? [] : [{ name: packageName, version: attribute('package_version') }],
  };
}

/** Inspector API reference, Finding: `CLOSED` is mended. `SUPPRESSED` is somebody's rule in Inspector; only our own exceptions, with owner and end, excuse here. */
function isOpen({ status }: EnhancedImageScanFinding): boolean {
  return status !== 'CLOSED';
}

function enhancedFinding(finding: EnhancedImageScanFinding): Vulnerability {
  const { title = '', severity, description = '', packageVulnerabilityDetails: details } = finding;
  return {
    id: details?.vulnerabilityId ?? title,
    severity: toSeverity(severity),
    description,
    ...(details?.sourceUrl === undefined ? {} : { url: details.sourceUrl }),
    packages: (details?.vulnerablePackages ?? []).map(({ name = '', version = '', fixedInVersion }) => ({
      name,
      version,
      // Inspector says this where there is no such version.
      ...(fixedInVersion === undefined || fixedInVersion === 'NotAvailable' ? {} : { fixedIn: fixedInVersion }),
    })),
  };
}
