import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { countResults } from './count-results.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'results-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('countResults', () => {
  it('adds Jest and pytest up, and counts a file that could not run as a failure', async () => {
    await writeFile(
      join(folder, 'a.json'),
      JSON.stringify({ numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 1 }),
    );
    await writeFile(
      join(folder, 'b.xml'),
      '<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="1" tests="10" time="1"></testsuite></testsuites>',
    );
    expect(await countResults(folder)).toEqual({ passed: 9, failed: 5 });
  });

  it('is nothing where nothing ran', async () => {
    expect(await countResults(join(folder, 'missing'))).toEqual({ passed: 0, failed: 0 });
  });
});
