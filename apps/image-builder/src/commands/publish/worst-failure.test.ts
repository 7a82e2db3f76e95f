import { expect, it } from '@jest/globals';
import type { PublishReport } from './publish-report.ts';
import { worstFailure } from './worst-failure.ts';

function report(...codes: readonly string[]): PublishReport {
  const containers = codes.map((code) => ({
    container: code,
    outcome: 'failed' as const,
    error: { code, message: `because of ${code}`, fix: `mend ${code}` },
  }));
  return { schemaVersion: 1, environment: 'dev', dryRun: false, containers };
}

it.each([
  [['engine-unreachable', 'build-failed', 'tag-conflict'], 'build-failed'],
  [['tag-conflict', 'build-failed'], 'tag-conflict'],
  [['aws-failed', 'registry-unreachable'], 'aws-failed'],
  [['build-failed', 'interrupted'], 'interrupted'],
])('of %j, %s is the worst', (codes, worst) => {
  expect(worstFailure(report(...codes))).toMatchObject({ code: worst, fix: `mend ${worst}` });
});

it('names every failure', () => {
  expect(worstFailure(report('build-failed', 'aws-failed'))?.message).toBe(
    "2 of 2 containers were not published to 'dev':\n  build-failed: because of build-failed\n  aws-failed: because of aws-failed",
  );
});

it('is none when nothing failed', () => {
  expect(worstFailure(report())).toBeUndefined();
});
