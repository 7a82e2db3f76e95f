import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { bundle } from '@slipway/bundle';
import { bundleWithCdktn } from './bundle-with-cdktn.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const STACKS = [
  { app: 'dev', stack: 'dev' },
  { app: 'prod', stack: 'prod' },
  { app: 'bootstrap', stack: 'bootstrap-dev' },
  { app: 'bootstrap', stack: 'bootstrap-prod' },
];

interface Configuration {
  readonly terraform: {
    readonly required_providers: { readonly aws: { readonly source: string; readonly version: string } };
  };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cdktn-'));
  for (const file of ['package.json', 'package-lock.json']) {
    await cp(join(import.meta.dirname, file), join(folder, file));
  }
  await execa('npm', ['ci', '--no-workspaces', '--ignore-scripts'], { cwd: folder });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function configuration(engine: 'cdktf' | 'cdktn', { app, stack }: (typeof STACKS)[number]) {
  const entry = join(ROOT, 'apps', app, 'src', 'main.ts');
  const file = join(folder, engine, `${app}.cjs`);
  await (engine === 'cdktf' ? bundle({ entry, outfile: file }) : bundleWithCdktn(entry, file, folder));
  const outdir = join(folder, engine, app);
  await execa(process.execPath, ['--disable-warning=DEP0044', file], {
    env: { NODE_OPTIONS: '', CDKTF_OUTDIR: outdir },
  });
  const text = await readFile(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8');
  return JSON.parse(text) as Configuration;
}

/**
 * Without what may differ: the bindings of the two are made for different versions of the provider, and each signs its
 * files. Terraform takes the provider `aws` for `hashicorp/aws`.
 */
function comparable({ terraform, ...rest }: Configuration) {
  const { source } = terraform.required_providers.aws;
  const unsigned = JSON.parse(
    JSON.stringify(rest, (key, value: unknown) => (key === '//' ? undefined : value)),
  ) as object;
  const provider = source.includes('/') ? source : `hashicorp/${source}`;
  return { ...unsigned, terraform: { ...terraform, required_providers: { aws: provider } } };
}

describe('CDK Terrain instead of cdktf', () => {
  it.each(STACKS)('synthesizes the same $stack', async (which) => {
    const [today, moved] = [await configuration('cdktf', which), await configuration('cdktn', which)];
    expect(comparable(moved)).toEqual(comparable(today));
  });
});
