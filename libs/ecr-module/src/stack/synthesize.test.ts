import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aes256, dev, type EnvironmentSpec } from '@slipway/environments';
import { keepNewest, tagged } from '@slipway/lifecycle';
import { SpecError } from './spec-error.ts';
import { synthesize } from './synthesize.ts';

let outdir = '';
beforeEach(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'synthesize-'));
});
afterEach(async () => {
  await rm(outdir, { recursive: true });
});

async function read<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(join(outdir, file), 'utf8')) as Content;
}

async function configuration(options: { readonly pathStyleState?: boolean } = {}) {
  synthesize(dev, { outdir, ...options });
  const text = await readFile(join(outdir, 'stacks', 'dev', 'cdk.tf.json'), 'utf8');
  return JSON.parse(text) as {
    readonly provider: { readonly aws: readonly unknown[] };
    readonly terraform: { readonly backend: { readonly s3: unknown }; readonly required_providers: unknown };
    readonly output: { readonly repository_urls: { readonly value: Readonly<Record<string, string>> } };
  };
}

describe('synthesize', () => {
  it('guards the account and tags everything', async () => {
    expect((await configuration()).provider.aws).toEqual([
      {
        region: 'ap-southeast-1',
        allowed_account_ids: ['111122223333'],
        default_tags: [{ tags: { Environment: 'dev', ManagedBy: 'slipway' } }],
      },
    ]);
  });

  it('keeps the state encrypted in S3 with native locking', async () => {
    expect((await configuration()).terraform.backend.s3).toEqual({
      bucket: 'slipway-state-111122223333',
      key: 'dev/terraform.tfstate',
      region: 'ap-southeast-1',
      encrypt: true,
      use_lockfile: true,
    });
  });

  it('addresses the state by path where it is told to', async () => {
    expect((await configuration({ pathStyleState: true })).terraform.backend.s3).toMatchObject({
      use_path_style: true,
    });
  });

  it('puts out the url of every repository by its name', async () => {
    const { value } = (await configuration()).output.repository_urls;
    const declared = dev.registries.flatMap(({ repositories }) => repositories.map(({ name }) => name));
    expect(Object.keys(value).sort()).toEqual(declared.sort());
    expect(value['mlops/retail-api']).toMatch(/^\$\{aws_ecr_repository\..*\.repository_url\}$/);
  });

  it('keeps the warnings of the check: in the manifest, from where the cdktf CLI prints them, and in the configuration', async () => {
    const [registry, ...others] = dev.registries;
    const [api, ...rest] = registry.repositories;
    const unscanned: EnvironmentSpec = {
      ...dev,
      registries: [{ ...registry, repositories: [{ ...api!, scanOnPush: false }, ...rest] }, ...others],
    };
    const warnings = synthesize(unscanned, { outdir });
    expect(warnings.map(({ rule, severity }) => [rule, severity])).toEqual([['never-scanned', 'warning']]);
    const said = expect.stringMatching(/^dev \/ ap-southeast-1 \/ mlops\/retail-api: .*\[never-scanned\]; fix: /);
    const { stacks } = await read<{ stacks: { dev: { annotations: unknown[] } } }>('manifest.json');
    expect(stacks.dev.annotations).toEqual([expect.objectContaining({ level: '@cdktf/warn', message: said })]);
    const { '//': comment } = await read<{ '//': { metadata: { warnings: unknown[] } } }>('stacks/dev/cdk.tf.json');
    expect(comment.metadata.warnings).toEqual([said]);
  });

  it('adds no warnings where there are none', async () => {
    synthesize(dev, { outdir });
    expect(await readFile(join(outdir, 'stacks/dev/cdk.tf.json'), 'utf8')).not.toContain('"warnings"');
  });

  it('shows every finding of an unsound spec and writes nothing', async () => {
    const [registry] = dev.registries;
    const unsound: EnvironmentSpec = {
      ...dev,
      account: '1',
      registries: [
        {
          ...registry,
          repositories: [
            {
              name: 'A',
              tagMutability: { mode: 'MUTABLE' },
              encryption: aes256(),
              scanOnPush: true,
              lifecycle: [keepNewest(0, tagged('v'))],
              access: {},
            },
          ],
        },
      ],
    };
    let thrown: unknown;
    try {
      synthesize(unsound, { outdir });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(SpecError);
    for (const rule of ['account-number', 'repository-name', 'lifecycle-count-number', 'lifecycle-untagged-kept'])
      expect((thrown as SpecError).message).toContain(`[${rule}]`);
    expect(await readdir(outdir)).toEqual([]);
  });
});
