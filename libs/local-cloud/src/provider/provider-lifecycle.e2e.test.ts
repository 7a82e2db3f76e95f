import {
  DeleteRegistryPolicyCommand,
  DeleteRepositoryCommand,
  DescribeRegistryCommand,
  DescribeRepositoriesCommand,
  GetLifecyclePolicyCommand,
  ListTagsForResourceCommand,
  PutImageCommand,
  PutImageTagMutabilityCommand,
  PutRegistryScanningConfigurationCommand,
  PutReplicationConfigurationCommand,
} from '@aws-sdk/client-ecr';
import { DescribeKeyCommand, GetKeyRotationStatusCommand, ListAliasesCommand } from '@aws-sdk/client-kms';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TerraformWorkspace } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';

jest.setTimeout(120_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start();
});

afterAll(() => cloud.close());

const REPOSITORY = 'mlops/retail-api';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

async function appliedRegistry(): Promise<{ account: string; terraform: TerraformWorkspace }> {
  const account = cloud.freshAccount();
  const terraform = cloud.workspace('registry');
  await terraform.must('init', '-no-color');
  await terraform.apply({ account });
  return { account, terraform };
}

async function repositoryOf(account: string) {
  const { repositories } = await cloud
    .ecr(account)
    .send(new DescribeRepositoriesCommand({ repositoryNames: [REPOSITORY] }));
  return repositories![0]!;
}

describe('a registry', () => {
  it('initialises without a download and without a lock file', async () => {
    const terraform = cloud.workspace('registry');
    await terraform.must('init', '-no-color');
    await terraform.must('validate', '-no-color');
    expect(existsSync(join(terraform.folder, '.terraform.lock.hcl'))).toBe(false);
    expect(existsSync(join(terraform.folder, '.terraform/providers'))).toBe(false);
  });

  it('applies a saved plan and then plans nothing', async () => {
    const account = cloud.freshAccount();
    const terraform = cloud.workspace('registry');
    await terraform.must('init', '-no-color');
    const actions = await terraform.plannedActions({ account });
    expect(Object.keys(actions)).toHaveLength(8);
    await terraform.must('apply', '-no-color', 'plan.bin');
    const second = await terraform.run('plan', '-no-color', '-detailed-exitcode', `-var=account=${account}`);
    expect([second.exitCode, second.stdout]).toEqual([0, expect.stringContaining('No changes')]);
  });

  it('holds at AWS what the configuration says', async () => {
    const { account, terraform } = await appliedRegistry();
    const repository = await repositoryOf(account);
    expect(repository).toMatchObject({
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [{ filter: 'latest', filterType: 'WILDCARD' }],
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'KMS' },
    });
    const { tags } = await cloud
      .ecr(account)
      .send(new ListTagsForResourceCommand({ resourceArn: repository.repositoryArn }));
    expect(tags).toEqual(
      expect.arrayContaining([
        { Key: 'ManagedBy', Value: 'slipway' },
        { Key: 'Team', Value: 'retail' },
      ]),
    );
    const { stdout } = await terraform.must('output', '-json');
    expect(JSON.parse(stdout)).toMatchObject({
      repository_url: { value: repository.repositoryUri },
      region: { value: 'eu-west-1: Europe (Ireland)' },
    });
  });

  it('keeps its key with alias, rotation and description', async () => {
    const { account } = await appliedRegistry();
    const kms = cloud.clients(account).kms('eu-west-1');
    const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
    const KeyId = Aliases.find(({ AliasName }) => AliasName === 'alias/dev-ecr')?.TargetKeyId;
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    expect(KeyMetadata).toMatchObject({ Description: 'images', KeyState: 'Enabled' });
    const { KeyRotationEnabled } = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
    expect(KeyRotationEnabled).toBe(true);
  });
});

describe('a change', () => {
  it('updates tags and scanning in place', async () => {
    const { account, terraform } = await appliedRegistry();
    const changed = { account, team: 'pricing', scan_on_push: 'false' };
    expect(await terraform.plannedActions(changed)).toEqual({ 'aws_ecr_repository.api': ['update'] });
    await terraform.apply(changed);
    expect((await repositoryOf(account)).imageScanningConfiguration).toEqual({ scanOnPush: false });
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('updates the rotation of a key in place', async () => {
    const { account, terraform } = await appliedRegistry();
    const changed = { account, rotation_days: '365' };
    expect(await terraform.plannedActions(changed)).toEqual({ 'aws_kms_key.ecr': ['update'] });
    await terraform.apply(changed);
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('replaces a lifecycle policy whose rules change, and leaves one whose rules stand in another order', async () => {
    const { account, terraform } = await appliedRegistry();
    expect(await terraform.plannedActions({ account, rule_order: '[2, 1]' })).toEqual({});
    expect(await terraform.plannedActions({ account, keep: '5' })).toEqual({
      'aws_ecr_lifecycle_policy.api': ['delete', 'create'],
    });
  });

  it('of encryption replaces the repository alone, and the next plan restores the policies that went with it', async () => {
    const { account, terraform } = await appliedRegistry();
    const changed = { account, encryption: 'AES256' };
    expect(await terraform.plannedActions(changed)).toEqual({ 'aws_ecr_repository.api': ['delete', 'create'] });
    await terraform.apply(changed);
    expect((await repositoryOf(account)).encryptionConfiguration).toMatchObject({ encryptionType: 'AES256' });
    expect(await terraform.plannedActions(changed)).toEqual({
      'aws_ecr_lifecycle_policy.api': ['create'],
      'aws_ecr_repository_policy.api': ['create'],
    });
    await terraform.apply(changed);
    const restored = new GetLifecyclePolicyCommand({ repositoryName: REPOSITORY });
    expect((await cloud.ecr(account).send(restored)).lifecyclePolicyText).toContain('expire untagged images');
  });
});

describe('drift', () => {
  it('of a setting is put right in place', async () => {
    const { account, terraform } = await appliedRegistry();
    const meddling = { repositoryName: REPOSITORY, imageTagMutability: 'MUTABLE' } as const;
    await cloud.ecr(account).send(new PutImageTagMutabilityCommand(meddling));
    expect(await terraform.plannedActions({ account })).toEqual({ 'aws_ecr_repository.api': ['update'] });
    await terraform.apply({ account });
    expect((await repositoryOf(account)).imageTagMutability).toBe('IMMUTABLE_WITH_EXCLUSION');
  });

  it('of settings of the whole registry is put right', async () => {
    const { account, terraform } = await appliedRegistry();
    const ecr = cloud.ecr(account);
    await ecr.send(new DeleteRegistryPolicyCommand({}));
    await ecr.send(new PutReplicationConfigurationCommand({ replicationConfiguration: { rules: [] } }));
    await ecr.send(new PutRegistryScanningConfigurationCommand({ scanType: 'ENHANCED', rules: [] }));
    expect(await terraform.plannedActions({ account })).toEqual({
      'aws_ecr_registry_policy.this': ['create'],
      'aws_ecr_registry_scanning_configuration.this': ['update'],
      'aws_ecr_replication_configuration.this': ['create'],
    });
    await terraform.apply({ account });
    const { replicationConfiguration } = await ecr.send(new DescribeRegistryCommand({}));
    expect(replicationConfiguration?.rules).toMatchObject([
      { destinations: [{ region: 'us-west-2', registryId: account }], repositoryFilters: [{ filter: 'mlops/' }] },
    ]);
    expect(await terraform.plannedActions({ account })).toEqual({});
  });

  it('of a whole repository is created again with its policies', async () => {
    const { account, terraform } = await appliedRegistry();
    await cloud.ecr(account).send(new DeleteRepositoryCommand({ repositoryName: REPOSITORY, force: true }));
    expect(await terraform.plannedActions({ account })).toEqual({
      'aws_ecr_repository.api': ['create'],
      'aws_ecr_lifecycle_policy.api': ['create'],
      'aws_ecr_repository_policy.api': ['create'],
    });
  });
});

describe('destroy', () => {
  it('removes everything', async () => {
    const { account, terraform } = await appliedRegistry();
    await terraform.must('destroy', '-no-color', '-auto-approve', `-var=account=${account}`);
    await expect(repositoryOf(account)).rejects.toThrow('does not exist');
  });

  it('refuses a repository that holds images until force_delete is applied', async () => {
    const { account, terraform } = await appliedRegistry();
    const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST, config: {}, layers: [] });
    const image = { repositoryName: REPOSITORY, imageManifest, imageTag: 'v1' };
    await cloud.ecr(account).send(new PutImageCommand(image));
    const options = ['-no-color', '-auto-approve', `-var=account=${account}`];
    const refused = await terraform.run('destroy', ...options);
    expect([refused.exitCode, oneLine(refused.stderr)]).toEqual([
      1,
      expect.stringContaining(
        `ECR Repository (${REPOSITORY}) not empty, consider using force_delete: RepositoryNotEmptyException`,
      ),
    ]);
    expect((await repositoryOf(account)).repositoryName).toBe(REPOSITORY);
    await terraform.apply({ account, force_delete: 'true' });
    await terraform.must('destroy', ...options, '-var=force_delete=true');
    await expect(repositoryOf(account)).rejects.toThrow('does not exist');
  });
});

function oneLine(text: string): string {
  return text.replace(/[\s│╵╷]+/g, ' ');
}
