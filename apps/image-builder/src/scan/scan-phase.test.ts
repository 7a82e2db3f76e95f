import { expect, it } from '@jest/globals';
import { ScanStatus } from '@aws-sdk/client-ecr';
import { scanPhase } from './scan-phase.ts';

it.each([
  ['COMPLETE', 'done'],
  ['ACTIVE', 'done'],
  ['IN_PROGRESS', 'running'],
  ['PENDING', 'running'],
])('takes %s as %s', (status, phase) => {
  expect(scanPhase({ status, description: '' })).toBe(phase);
});

it('has a fix for every other status that the API documents, and for new ones', () => {
  const others = Object.values(ScanStatus).filter(
    (status) => typeof scanPhase({ status, description: 'words' }) === 'object',
  );
  expect(others.sort()).toEqual([
    'FAILED',
    'FINDINGS_UNAVAILABLE',
    'IMAGE_ARCHIVED',
    'LIMIT_EXCEEDED',
    'SCAN_ELIGIBILITY_EXPIRED',
    'UNSUPPORTED_IMAGE',
  ]);
  const unspecific = scanPhase({ status: 'NEW', description: 'words' });
  expect(unspecific).toEqual({ failed: 'NEW: words', fix: "read AWS's own words" });
  for (const status of others)
    expect(scanPhase({ status, description: '' })).not.toMatchObject({ fix: "read AWS's own words" });
});
