import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { environments, type EnvironmentSpec } from '@slipway/environments';
import { configurationProblems } from '../testing/configuration-problems.ts';
import { providerSchema } from '../testing/provider-schema.ts';
import { synthesizeStacks } from '../stack/synthesize-stacks.ts';
import { BootstrapStack } from './bootstrap-stack.ts';

type Arguments = Readonly<Record<string, unknown>>;
interface Configuration {
  readonly import: readonly { readonly to: string; readonly id: string }[];
  readonly resource: Readonly<Record<string, Readonly<Record<string, Arguments>>>>;
  readonly terraform: { readonly backend: { readonly s3: Arguments } };
}

async function configuration(spec: EnvironmentSpec): Promise<Configuration> {
  const outdir = await mkdtemp(join(tmpdir(), 'bootstrap-'));
  try {
    const all = Object.values(environments);
    synthesizeStacks([spec], outdir, (app) => new BootstrapStack(app, spec, { environments: all }));
    const text = await readFile(join(outdir, 'stacks', `bootstrap-${spec.name}`, 'cdk.tf.json'), 'utf8');
    return JSON.parse(text) as Configuration;
  } finally {
    await rm(outdir, { recursive: true });
  }
}

function only({ resource }: Configuration, type: string): Arguments {
  const found = Object.values(resource[type] ?? {});
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}

describe('BootstrapStack', () => {
  it.each(Object.values(environments))('is what the provider takes, in $name', async (spec) => {
    expect(configurationProblems(await configuration(spec), providerSchema())).toEqual([]);
  });

  it('keeps its state in the bucket that it adopts', async () => {
    const made = await configuration(environments.dev);
    expect(made.terraform.backend.s3).toMatchObject({
      bucket: environments.dev.state.bucket,
      key: 'bootstrap-dev/terraform.tfstate',
      use_lockfile: true,
    });
    expect(made.import).toEqual([{ to: expect.stringMatching(/^aws_s3_bucket\./), id: environments.dev.state.bucket }]);
    expect(only(made, 'aws_s3_bucket')).toMatchObject({ lifecycle: { prevent_destroy: true } });
  });

  it('makes the bucket versioned, encrypted, closed to the public, and open over TLS only', async () => {
    const made = await configuration(environments.dev);
    expect(only(made, 'aws_s3_bucket_versioning')).toMatchObject({ versioning_configuration: { status: 'Enabled' } });
    expect(only(made, 'aws_s3_bucket_server_side_encryption_configuration')).toMatchObject({
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } }],
    });
    expect(only(made, 'aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    const policy = JSON.parse(String(only(made, 'aws_s3_bucket_policy')['policy'])) as unknown;
    const overTls = { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    expect(policy).toMatchObject({ Statement: expect.arrayContaining([expect.objectContaining(overTls)]) as unknown });
  });

  it("lets the roles that promote read the ledger, and no role of prod's own is let in by the bucket", async () => {
    const statementsOf = async (spec: EnvironmentSpec) => {
      const text = String(only(await configuration(spec), 'aws_s3_bucket_policy')['policy']);
      return (JSON.parse(text) as { Statement: { Effect: string; Action: string; Resource: string }[] }).Statement;
    };
    const { bucket } = environments.dev.state;
    const allowed = (await statementsOf(environments.dev)).filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.map(({ Action, Resource }) => `${Action} ${Resource}`)).toEqual([
      `s3:ListBucket arn:aws:s3:::${bucket}`,
      `s3:GetObject arn:aws:s3:::${bucket}/ledger/dev/*`,
    ]);
    expect((await statementsOf(environments.prod)).filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
  });

  it("makes GitHub's provider, and after it one role for each of the environment's CI roles", async () => {
    const { resource } = await configuration(environments.prod);
    expect(
      Object.values(resource['aws_iam_role'] ?? {})
        .map(({ name }) => name)
        .sort(),
    ).toEqual(environments.prod.ci.roles.map(({ name }) => name).sort());
    expect(Object.values(resource['aws_iam_role'] ?? {})[0]).toMatchObject({
      depends_on: ['aws_iam_openid_connect_provider.github'],
    });
  });

  it('leaves a provider alone that the account already has', async () => {
    const { ci, ...spec } = environments.dev;
    const made = await configuration({ ...spec, ci: { ...ci, github: { ...ci.github, provider: 'existing' } } });
    expect(made.resource).not.toHaveProperty('aws_iam_openid_connect_provider');
  });

  it('is the state bucket alone where an environment has no CI', async () => {
    const { ci, ...spec } = environments.dev;
    expect(ci.roles).not.toEqual([]);
    expect(Object.keys((await configuration(spec)).resource).filter((type) => type.startsWith('aws_iam'))).toEqual([]);
  });
});
