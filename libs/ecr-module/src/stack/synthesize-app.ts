import type { EnvironmentSpec } from '@slipway/environments';
import { formatFindings } from '@slipway/findings';
import { SpecError, synthesize } from './synthesize.ts';

/**
 * The whole `main` of an environment's app: synthesizes into `CDKTF_OUTDIR` (default `cdktf.out`), prints findings on
 * stderr and exits with 1 when the spec is not sound. Path-style state where `AWS_ENDPOINT_URL_S3` is set.
 */
export function synthesizeApp(spec: EnvironmentSpec): void {
  const { CDKTF_OUTDIR: outdir = 'cdktf.out', AWS_ENDPOINT_URL_S3: endpoint } = process.env;
  try {
    const warnings = synthesize(spec, { outdir, pathStyleState: endpoint !== undefined && endpoint !== '' });
    if (warnings.length > 0) process.stderr.write(`${formatFindings(warnings)}\n`);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
