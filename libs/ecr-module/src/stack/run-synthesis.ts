import { formatFindings, type Finding } from '@slipway/findings';
import { SpecError } from './spec-error.ts';
import type { SynthesizeOptions } from './synthesize.ts';

/**
 * What every `main` of an app does: synthesizes into `CDKTF_OUTDIR` (default `cdktf.out`), prints findings on stderr and
 * exits with 1 when a spec is not sound. Path-style state where `AWS_ENDPOINT_URL_S3` is set.
 */
export function runSynthesis(work: (options: Required<SynthesizeOptions>) => readonly Finding[]): void {
  const { CDKTF_OUTDIR: outdir = 'cdktf.out', AWS_ENDPOINT_URL_S3: endpoint = '' } = process.env;
  try {
    const warnings = work({ outdir, pathStyleState: endpoint !== '' });
    if (warnings.length > 0) process.stderr.write(`${formatFindings(warnings)}\n`);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
