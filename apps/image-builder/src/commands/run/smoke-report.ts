import type { Digest } from '@slipway/images';
import { Failure } from '../../failure.ts';
import type { StepResult } from '../../smoke/run-smoke-test.ts';

/** What came of trying an image. Printed as it is by `--json`. */
export interface SmokeReport {
  readonly schemaVersion: 1;
  readonly report: 'smoke-test';
  readonly container: string;
  /** Its id in the engine. */
  readonly imageId: Digest;
  /** Address and digest, of an image from a registry. */
  readonly image?: string;
  readonly passed: boolean;
  readonly steps: readonly StepResult[];
  /** The last lines of the container's log. */
  readonly lastLines: readonly string[];
  /** The container that was left running. */
  readonly kept?: { readonly id: string; readonly port: number };
  /** Number of the entry in the ledger of the environment. */
  readonly ledgerSequence?: number;
}

/** What makes the command fail. */
export function smokeTestFailure({ container, imageId, passed, steps, lastLines }: SmokeReport): Failure | undefined {
  if (passed) return undefined;
  const failed = steps.filter(({ outcome }) => outcome === 'failed');
  const problems = failed.map(({ step, detail }) => `\n  ${step}: ${detail}`).join('');
  const log =
    lastLines.length === 0
      ? '\nit logged nothing'
      : `\nits last lines:${lastLines.map((line) => `\n  ${line}`).join('')}`;
  return new Failure({
    code: 'smoke-test-failed',
    message: `the image '${imageId}' of '${container}' does not pass its smoke test:${problems}${log}`,
    fix: `mend the image, or the section "smokeTest" of image.json where it asks for something else; 'image-builder run ${container} --keep' leaves the container running`,
  });
}
