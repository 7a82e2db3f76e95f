import { describe, expect, it } from '@jest/globals';
import { aes256, immutable, type RepositorySpec } from '@slipway/environments';
import { only, synthesized } from '../testing/synthesized.ts';
import type { RegistryProps } from './registry-props.ts';
import { Registry } from './registry.ts';

const repository: RepositorySpec = {
  name: 'api',
  tagMutability: immutable(),
  encryption: aes256(),
  scanOnPush: true,
  lifecycle: [],
  access: {},
};

function synth(props: Partial<RegistryProps>) {
  return synthesized((stack) => {
    new Registry(stack, 'us-east-1', { region: 'us-east-1', account: '111122223333', ...props });
  });
}

describe('replication', () => {
  it('begins once everything that sets replicas up is there', () => {
    const made = synth({
      replication: [{ region: 'us-west-2' }],
      replicated: [repository, { ...repository, name: 'tools', replicas: 'declared' }],
    });
    const { address: template } = only('aws_ecr_repository_creation_template', made);
    const { address: declared } = only('aws_ecr_repository', made);
    expect(only('aws_ecr_replication_configuration', made)['depends_on']).toEqual(
      expect.arrayContaining([template, declared]),
    );
  });

  it('waits for nothing where other accounts are the only destinations', () => {
    const made = synth({ replication: [{ region: 'us-west-2', account: '444455556666' }], replicated: [repository] });
    expect(only('aws_ecr_replication_configuration', made)).not.toHaveProperty('depends_on');
  });
});

describe('replication to nowhere', () => {
  it('is left as it is', () => {
    expect(synth({ replication: [] }).resource).not.toHaveProperty('aws_ecr_replication_configuration');
  });
});

describe('the registry policy', () => {
  const replicationSources = [{ account: '444455556666', prefixes: ['partner/'] }] as const;

  // ECR user guide, "Private registry policy examples": replication from a source account.
  it('lets other accounts replicate into their names', () => {
    const { policy } = only('aws_ecr_registry_policy', synth({ replicationSources }));
    expect(JSON.parse(policy as string)).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::444455556666:root' },
          Action: ['ecr:CreateRepository', 'ecr:ReplicateImage'],
          Resource: 'arn:aws:ecr:us-east-1:111122223333:repository/partner/*',
        },
      ],
    });
  });

  it('is none where nobody may', () => {
    expect(synth({}).resource).not.toHaveProperty('aws_ecr_registry_policy');
  });

  it('is put after the setting of what it may be about, and after the templates of what comes', () => {
    const made = synth({
      replicationSources,
      settings: { registryPolicyScope: 'v2' },
      creationTemplates: [
        { namespace: 'partner', appliedFor: ['replication'], tagMutability: immutable(), encryption: aes256() },
      ],
    });
    expect(only('aws_ecr_registry_policy', made)['depends_on']).toEqual([
      only('aws_ecr_account_setting', made).address,
      only('aws_ecr_repository_creation_template', made).address,
    ]);
  });
});

describe('account settings', () => {
  // ECR API reference, PutAccountSetting: name and value.
  it.each([
    [{ basicScanning: 'aws-native' }, { name: 'BASIC_SCAN_TYPE_VERSION', value: 'AWS_NATIVE' }],
    [{ basicScanning: 'clair' }, { name: 'BASIC_SCAN_TYPE_VERSION', value: 'CLAIR' }],
    [{ registryPolicyScope: 'v1' }, { name: 'REGISTRY_POLICY_SCOPE', value: 'V1' }],
    [{ registryPolicyScope: 'v2' }, { name: 'REGISTRY_POLICY_SCOPE', value: 'V2' }],
  ] as const)('of %j are put', (settings, expected) => {
    expect(only('aws_ecr_account_setting', synth({ settings }))).toMatchObject({ ...expected, region: 'us-east-1' });
  });

  it('are left as they are where none are given', () => {
    expect(synth({ settings: {} }).resource).not.toHaveProperty('aws_ecr_account_setting');
  });
});
