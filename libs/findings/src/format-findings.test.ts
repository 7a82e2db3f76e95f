import { describe, expect, it } from '@jest/globals';
import { hasErrors, under } from './finding.ts';
import { formatFindings } from './format-findings.ts';

const warning = { rule: 'w', severity: 'warning', message: 'odd "x"', fix: 'write y' } as const;
const error = {
  rule: 'e',
  severity: 'error',
  path: 'rule 2',
  message: 'wrong "z"',
  fix: 'remove z',
  source: 'ECR API reference, Z',
} as const;

describe('formatFindings', () => {
  it('shows every finding with path, rule, fix and the source of a limit, errors first, and counts them', () => {
    const text = formatFindings(under('dev / api', [warning, error]));
    expect(text).toBe(
      'error: dev / api / rule 2\n  wrong "z" [e]\n  fix: remove z\n  source: ECR API reference, Z\n' +
        'warning: dev / api\n  odd "x" [w]\n  fix: write y\n1 error, 1 warning',
    );
  });
});

describe('hasErrors', () => {
  it('is false for warnings alone', () => {
    expect(hasErrors(under('dev', [warning]))).toBe(false);
    expect(hasErrors(under('dev', [warning, error]))).toBe(true);
  });
});
