import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Adds up what the test runners wrote: Jest's `*.json` and pytest's JUnit `*.xml`. A file that could not run counts as a failure. */
export async function countResults(folder: string): Promise<Counts> {
  const files = await readdir(folder).catch(() => []);
  const counts = await Promise.all(files.map(async (file) => count(file, await readFile(join(folder, file), 'utf8'))));
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function count(file: string, text: string): Counts {
  return file.endsWith('.xml') ? countJunit(text) : countJest(text);
}

function countJest(text: string): Counts {
  const result = JSON.parse(text) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly numRuntimeErrorTestSuites: number;
  };
  return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites };
}

function countJunit(text: string): Counts {
  const [suite = ''] = /<testsuite\s[^>]*>/.exec(text) ?? [];
  const attribute = (name: string) => Number(new RegExp(` ${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = attribute('failures') + attribute('errors');
  return { passed: attribute('tests') - failed - attribute('skipped'), failed };
}
