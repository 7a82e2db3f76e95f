import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ScanException } from '../exceptions/scan-exceptions.ts';
import { SEVERITIES, isAtLeast } from '../severity.ts';
import { completeScan, vulnerability } from '../testing/scan-states.ts';
import { evaluateScan } from './evaluate-scan.ts';
import { isScanClean } from './is-scan-clean.ts';

const exception: ScanException = { id: 'CVE-2024-0001', owner: 'ops', reason: 'not reachable', expires: '2026-03-02' };
const base = { state: completeScan(vulnerability()), failOn: 'high', exceptions: [], today: '2026-03-02' } as const;

describe('evaluateScan', () => {
  it('counts what is at the threshold or worse against the image', () => {
    const state = completeScan(
      vulnerability({ id: 'CVE-3', severity: 'medium' }),
      vulnerability({ id: 'CVE-2' }),
      vulnerability({ id: 'CVE-1', severity: 'critical' }),
    );
    const { violations, counts } = evaluateScan({ ...base, state });
    expect(violations.map(({ id }) => id)).toEqual(['CVE-1', 'CVE-2']);
    expect(counts).toMatchObject({ critical: 1, high: 1, medium: 1, low: 0 });
  });

  it('lets an exception hold up to and on its last day', () => {
    expect(evaluateScan({ ...base, exceptions: [exception] })).toMatchObject({ violations: [], exceptionProblems: [] });
    const late = evaluateScan({ ...base, exceptions: [exception], today: '2026-03-03' });
    expect(late.violations).toHaveLength(1);
    expect(late.exceptionProblems).toEqual([{ kind: 'expired', exception }]);
  });

  it('excuses a package only where no other package has the vulnerability', () => {
    const only = { ...exception, package: 'openssl' };
    const both = vulnerability({
      packages: [
        { name: 'openssl', version: '1' },
        { name: 'libssl', version: '1' },
      ],
    });
    expect(evaluateScan({ ...base, exceptions: [only] }).violations).toEqual([]);
    expect(evaluateScan({ ...base, state: completeScan(both), exceptions: [only] }).violations).toEqual([both]);
    const unknown = vulnerability({ packages: [] });
    expect(evaluateScan({ ...base, state: completeScan(unknown), exceptions: [only] }).violations).toEqual([unknown]);
  });

  it('reports an unused exception, but only after a complete scan', () => {
    const exceptions = [exception];
    const unused = [{ kind: 'unused', exception }];
    expect(evaluateScan({ ...base, state: completeScan(), exceptions }).exceptionProblems).toEqual(unused);
    expect(evaluateScan({ ...base, state: undefined, exceptions }).exceptionProblems).toEqual([]);
  });

  it('takes an exception below the threshold as used', () => {
    const state = completeScan(vulnerability({ severity: 'low' }));
    expect(evaluateScan({ ...base, state, exceptions: [exception] }).exceptionProblems).toEqual([]);
  });

  it.each([undefined, 'IN_PROGRESS', 'FAILED', 'UNSUPPORTED_IMAGE', 'SCAN_ELIGIBILITY_EXPIRED', 'NEW'])(
    'finds no image clean whose scan is %s',
    (status) => {
      const state = status === undefined ? undefined : { ...completeScan(), status };
      const evaluation = evaluateScan({ ...base, state });
      expect(evaluation.complete).toBe(false);
      expect(isScanClean(evaluation)).toBe(false);
    },
  );
});

const severity = fc.constantFrom(...SEVERITIES);
const id = fc.constantFrom('CVE-1', 'CVE-2', 'CVE-3', 'CVE-4');
const found = fc.array(fc.record({ id, severity }).map((parts) => vulnerability(parts)));
const day = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01');
const exceptions = fc.array(fc.record({ id, expires: day }).map((parts) => ({ ...exception, ...parts })));

describe('evaluateScan, whatever is found', () => {
  it('puts everything at the threshold or worse in one of two places, and nothing else', () => {
    fc.assert(
      fc.property(
        found,
        exceptions,
        fc.record({ failOn: severity, today: day }),
        (vulnerabilities, excuses, { failOn, today }) => {
          const state = completeScan(...vulnerabilities);
          const { violations, excepted } = evaluateScan({ state, failOn, exceptions: excuses, today });
          const placed = [...violations, ...excepted.map((one) => one.vulnerability)];
          const grave = vulnerabilities.filter((one) => isAtLeast(one.severity, failOn));
          expect(new Set(placed)).toEqual(new Set(grave));
          expect(placed).toHaveLength(grave.length);
          for (const one of excepted) expect(one.exception.expires >= today).toBe(true);
        },
      ),
    );
  });

  it('finds an image that is clean at one threshold clean at every milder one', () => {
    fc.assert(
      fc.property(found, severity, severity, (vulnerabilities, failOn, other) => {
        const state = completeScan(...vulnerabilities);
        const clean = (threshold: typeof failOn) => isScanClean(evaluateScan({ ...base, state, failOn: threshold }));
        fc.pre(isAtLeast(other, failOn));
        expect(!clean(failOn) || clean(other)).toBe(true);
      }),
    );
  });

  it('counts every vulnerability once', () => {
    fc.assert(
      fc.property(found, (vulnerabilities) => {
        const { counts } = evaluateScan({ ...base, state: completeScan(...vulnerabilities) });
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(vulnerabilities.length);
      }),
    );
  });
});
