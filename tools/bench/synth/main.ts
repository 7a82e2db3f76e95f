/**
 * Synthesis of 100 repositories with lifecycle and access policies, uncached, all checks on: `nx bench tools`.
 * Alternates slipway with the default templates of cdktf and cdk and compares the least user CPU of several runs.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import Table from 'cli-table3';
import { bundle } from '@slipway/bundle';
import { timed, type Timed } from '../timed.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const HERE = import.meta.dirname;
const PEERS = join(HERE, 'peers');
const OUT = resolve('.slipway', 'bench');
const APP = join(OUT, 'hundred.cjs');

const CONTENDERS: readonly (Timed & { readonly name: string })[] = [
  {
    name: 'slipway (bundled app)',
    command: ['node', '--disable-warning=DEP0044', APP],
    env: { CDKTF_OUTDIR: join(OUT, 'slipway') },
  },
  { name: 'cdktf synth (default template)', command: ['cdktf', 'synth'], cwd: join(PEERS, 'cdktf') },
  { name: 'cdk synth (default template)', command: ['cdk', 'synth', '--quiet'], cwd: join(PEERS, 'cdk') },
];

await mkdir(join(OUT, 'slipway'), { recursive: true });
await bundle({ entry: join(HERE, 'hundred.ts'), outfile: APP });
for (const peer of ['cdktf', 'cdk']) {
  await execa('npm', ['ci', '--no-workspaces', '--ignore-scripts'], { cwd: join(PEERS, peer), stderr: 'inherit' });
}

const least = new Map<string, number>();
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const contender of CONTENDERS) {
    const { user: seconds } = await timed(contender);
    least.set(contender.name, Math.min(seconds, least.get(contender.name) ?? Infinity));
    process.stderr.write(`round ${round} of ${ROUNDS}: ${contender.name} ${seconds.toFixed(2)} s\n`);
  }
}

const own = least.get(CONTENDERS[0]?.name ?? '') ?? NaN;
const table = new Table({
  head: ['synthesis of 100 repositories', 'least user CPU', 'times slipway'],
  style: { head: [], border: [] },
});
for (const [name, seconds] of least) table.push([name, `${seconds.toFixed(2)} s`, `${(seconds / own).toFixed(1)}x`]);
process.stdout.write(`${table.toString()}\n`);
