/**
 * Synthesis of 1,000 repositories with lifecycle and access policies, all checks on: `nx bench-scale tools`. Alternates slipway with the
 * bare constructs of cdktf that write the same configuration, and with aws-cdk-lib run directly; compares the least user
 * CPU of several rounds.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { bundle } from '@slipway/bundle';
import { timed, type Timed } from '../timed.ts';
import { printRatios } from './print-ratios.ts';
import { registryTexts, requireSame } from './same-configuration.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const HERE = import.meta.dirname;
const CDK = join(HERE, '..', 'synth', 'peers', 'cdk');
const OUT = resolve('.slipway', 'bench', 'scale');

function cdktf(app: string, repositories: number, env: Readonly<Record<string, string>> = {}): Timed {
  return {
    command: ['node', '--disable-warning=DEP0044', join(OUT, `${app}.cjs`)],
    env: { REPOSITORIES: String(repositories), CDKTF_OUTDIR: join(OUT, `${app}-${repositories}`), ...env },
  };
}

await mkdir(OUT, { recursive: true });
await bundle({ entry: join(HERE, 'slipway.ts'), outfile: join(OUT, 'slipway.cjs') });
await bundle({ entry: join(HERE, 'peers', 'bare.ts'), outfile: join(OUT, 'bare.cjs') });
await execa('npm', ['ci', '--no-workspaces', '--ignore-scripts'], { cwd: CDK, stderr: 'inherit' });

const own = cdktf('slipway', 1000);
await timed(own);
const bare = cdktf('bare', 1000, { TEXTS: await registryTexts(join(OUT, 'slipway-1000')) });
const contenders: Readonly<Record<string, Timed>> = {
  'slipway, 1,000': own,
  'bare cdktf constructs, 1,000': bare,
  'aws-cdk-lib, validation off, 1,000': {
    command: ['node', join(CDK, 'scale.cjs')],
    env: { REPOSITORIES: '1000', CDK_VALIDATION: 'false', CDK_OUTDIR: join(OUT, 'cdk') },
  },
  'slipway, 4,000': cdktf('slipway', 4000),
};

const least = new Map<string, number>();
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const [name, contender] of Object.entries(contenders)) {
    const { user: seconds } = await timed(contender);
    least.set(name, Math.min(seconds, least.get(name) ?? Infinity));
    process.stderr.write(`round ${round} of ${ROUNDS}: ${name} ${seconds.toFixed(2)} s\n`);
  }
}
await requireSame(join(OUT, 'slipway-1000'), join(OUT, 'bare-1000'));
printRatios(least);
