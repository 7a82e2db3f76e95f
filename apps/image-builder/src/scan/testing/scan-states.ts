import type { ScanState } from '../image-scans.ts';
import type { Vulnerability } from '../vulnerability.ts';

/** A vulnerability for tests. */
export function vulnerability(parts: Partial<Vulnerability> = {}): Vulnerability {
  const packages = [{ name: 'openssl', version: '3.0.1' }];
  return { id: 'CVE-2024-0001', severity: 'high', description: 'a hole', packages, ...parts };
}

/** A finished basic scan for tests. */
export function completeScan(...vulnerabilities: readonly Vulnerability[]): ScanState {
  return { status: 'COMPLETE', description: '', completedAt: '2026-03-02T00:00:00.000Z', vulnerabilities };
}
