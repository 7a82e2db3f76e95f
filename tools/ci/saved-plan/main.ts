/**
 * Prints the SHA-256 of a saved plan, and writes it to the output `sha256` of a step: `node tools/ci/saved-plan/main.ts prod`.
 * With `--expect <sha256>` it refuses another file, with exit code 5: what one job planned and people approved is what the next applies.
 */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CiFailure } from '../ci-failure.ts';
import { planDigest } from './plan-digest.ts';

const WRONG_PLAN = 5;

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { expect: { type: 'string' } } });
  const [environment] = positionals;
  if (environment === undefined) throw new CiFailure(2, 'name the environment: node tools/ci/saved-plan/main.ts prod');
  const digest = await planDigest(join('dist', 'plans', environment, 'plan.tfplan'));
  const output = process.env['GITHUB_OUTPUT'];
  process.stdout.write(`sha256=${digest}\n`);
  if (output !== undefined && output !== '') await appendFile(output, `sha256=${digest}\n`);
  if (values.expect !== undefined && values.expect !== digest) {
    process.stderr.write(
      `the plan of '${environment}' is not the one that was reviewed, which has '${values.expect}'\nfix: plan again\n`,
    );
    process.exitCode = WRONG_PLAN;
  }
} catch (error) {
  if (!(error instanceof CiFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
