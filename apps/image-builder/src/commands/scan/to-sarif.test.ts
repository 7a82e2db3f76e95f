import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { evaluateScan } from '../../scan/evaluation/evaluate-scan.ts';
import { completeScan, vulnerability } from '../../scan/testing/scan-states.ts';
import type { ScanReport } from './scan-report.ts';
import { toSarif } from './to-sarif.ts';

/** What OASIS SARIF 2.1.0 requires, by section, and what GitHub requires beyond (SARIF support for code scanning). */
const message = z.looseObject({ text: z.string().min(1) }); // 3.11.8
const sarif = z.looseObject({
  $schema: z.url(), // 3.13.3
  version: z.literal('2.1.0'), // 3.13.2
  runs: z.array(
    z.looseObject({
      tool: z.looseObject({
        driver: z.looseObject({
          name: z.string().min(1), // 3.19.8
          rules: z.array(
            z.looseObject({
              id: z.string().min(1), // 3.49.3
              shortDescription: message,
              fullDescription: message,
              helpUri: z.url().optional(), // 3.49.12
              properties: z.looseObject({ 'security-severity': z.string().regex(/^\d+\.\d$/) }),
            }),
          ),
        }),
      }),
      invocations: z.array(z.looseObject({ executionSuccessful: z.boolean() })), // 3.20.14
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          level: z.enum(['none', 'note', 'warning', 'error']), // 3.27.10
          message, // 3.27.11
          locations: z
            .array(
              z.looseObject({
                physicalLocation: z.looseObject({
                  artifactLocation: z.looseObject({ uri: z.string().regex(/^[^/\\]/) }), // 3.4.3, relative to the repository
                  region: z.looseObject({ startLine: z.int().min(1) }), // 3.30.5
                }),
              }),
            )
            .min(1),
          partialFingerprints: z.record(z.string(), z.string()), // 3.27.17
          suppressions: z
            .array(
              z.looseObject({
                kind: z.enum(['inSource', 'external']),
                status: z.enum(['accepted', 'underReview', 'rejected']),
              }),
            )
            .optional(), // 3.35
        }),
      ),
    }),
  ),
});

function report(): ScanReport {
  const evaluation = evaluateScan({
    state: completeScan(
      vulnerability({ id: 'CVE-1', severity: 'critical', url: 'https://cve.test/1' }),
      vulnerability({ id: 'CVE-1', severity: 'critical', packages: [] }),
      vulnerability({ id: 'CVE-2', description: '' }),
      vulnerability({ id: 'CVE-3', severity: 'low' }),
    ),
    failOn: 'high',
    exceptions: [{ id: 'CVE-2', owner: 'ops', reason: 'not reachable', expires: '2026-12-31' }],
    today: '2026-03-02',
  });
  const where = { container: 'api', context: 'server', uri: 'registry.test/shop/api', region: 'us-east-1' };
  const scan = {
    digest: 'sha256:abc',
    chosenBy: "'v1'",
    kind: 'basic',
    status: 'COMPLETE',
    failOn: 'high',
    clean: false,
  } as const;
  return { schemaVersion: 1, report: 'scan', environment: 'dev', images: [{ ...where, ...scan, ...evaluation }] };
}

describe('toSarif', () => {
  it('has what the specification and GitHub require', () => {
    const { runs } = sarif.parse(JSON.parse(JSON.stringify(toSarif(report()))));
    const [run] = runs;
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual(['CVE-1', 'CVE-1', 'CVE-2']);
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['CVE-1', 'CVE-2']);
    expect(run?.results[0]?.message.text).toContain('openssl 3.0.1 of registry.test/shop/api@sha256:abc');
  });

  it('suppresses what has an exception', () => {
    const [run] = sarif.parse(toSarif(report())).runs;
    expect(run?.results.map(({ suppressions = [] }) => suppressions.length)).toEqual([0, 0, 1]);
    expect(run?.results[2]?.suppressions?.[0]).toMatchObject({
      justification: 'not reachable (ops, until 2026-12-31)',
    });
  });

  it('tells the same finding again by its fingerprint', () => {
    const [run] = sarif.parse(toSarif(report())).runs;
    expect(new Set(run?.results.map((one) => JSON.stringify(one.partialFingerprints))).size).toBe(3);
  });
});
