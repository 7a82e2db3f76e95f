import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { aes256, immutable, kms, type RegistrySpec, type RepositorySpec } from '@slipway/environments';
import { expireAfterDays, untagged } from '@slipway/lifecycle';
import { only, synthesized } from '../testing/synthesized.ts';
import { RegionReplicas } from './region-replicas.ts';

const account = '111122223333';
const environment = { name: 'dev', tags: { Environment: 'dev' }, deletion: 'disposable' } as const;

const repository = (name: string, change: Partial<RepositorySpec> = {}): RepositorySpec => ({
  name,
  tagMutability: immutable(),
  encryption: aes256(),
  scanOnPush: true,
  lifecycle: [expireAfterDays(1, untagged())],
  access: { pull: [iamRole('nodes')] },
  ...change,
});

function synth(repositories: readonly RepositorySpec[], change: Partial<RegistrySpec> = {}) {
  const source: RegistrySpec = {
    region: 'us-east-1',
    scanning: { type: 'basic' },
    key: { alias: 'dev-ecr', deletionWindowDays: 7 },
    replication: [{ region: 'us-west-2' }],
    repositories,
    ...change,
  };
  return synthesized((stack) => {
    new RegionReplicas(stack, 'Replicas', { source, region: 'us-west-2', account, environment });
  });
}

describe('replicas by template', () => {
  it('keep mutability, encryption, lifecycle and access of their sources', () => {
    const made = only('aws_ecr_repository_creation_template', synth([repository('shop/api'), repository('shop/web')]));
    expect(made).toMatchObject({
      region: 'us-west-2',
      prefix: 'shop',
      applied_for: ['REPLICATION'],
      image_tag_mutability: 'IMMUTABLE',
      encryption_configuration: [{ encryption_type: 'AES256' }],
      lifecycle_policy: expect.stringContaining('"untagged"'),
      repository_policy: expect.stringContaining(':role/nodes'),
      resource_tags: { Environment: 'dev' },
    });
  });

  it('are encrypted by a key of their own region, with the alias of the source', () => {
    const made = synth([repository('shop/api', { encryption: kms() })]);
    const key = only('aws_kms_key', made);
    expect(key['region']).toBe('us-west-2');
    expect(only('aws_kms_alias', made)).toMatchObject({ name: 'alias/dev-ecr', region: 'us-west-2' });
    expect(only('aws_ecr_repository_creation_template', made)['encryption_configuration']).toEqual([
      { encryption_type: 'KMS', kms_key: `\${${key.address}.arn}` },
    ]);
    expect(only('aws_iam_role_policy', made)['policy']).toContain(`\${${key.address}.arn}`);
  });

  it('need no key where none of them is encrypted by the key of the registry', () => {
    expect(synth([repository('shop/api')]).resource).not.toHaveProperty('aws_kms_key');
  });
});

describe('declared replicas', () => {
  const declared = synth([
    repository('tools', { replicas: 'declared', encryption: kms(), movedFrom: { repository: 'module.ecr.old' } }),
  ]);

  it('are repositories of the other region with the settings of their sources', () => {
    expect(only('aws_ecr_repository', declared)).toMatchObject({
      name: 'tools',
      region: 'us-west-2',
      image_tag_mutability: 'IMMUTABLE',
      encryption_configuration: [{ encryption_type: 'KMS', kms_key: expect.stringContaining('aws_kms_key.') }],
      force_delete: true,
    });
    expect(only('aws_ecr_repository_policy', declared)['policy']).toContain(':role/nodes');
    expect(only('aws_ecr_lifecycle_policy', declared)['region']).toBe('us-west-2');
  });

  it('take over what replication made before they were declared', () => {
    const { address } = only('aws_ecr_repository', declared);
    expect(declared.import).toEqual([
      { for_each: expect.stringContaining('"tools"'), to: address, id: expect.any(String) },
    ]);
  });

  it('do not inherit the former address of their source, which was not theirs', () => {
    expect(declared).not.toHaveProperty('moved');
  });

  it('have no template', () => {
    expect(declared.resource).not.toHaveProperty('aws_ecr_repository_creation_template');
  });
});
