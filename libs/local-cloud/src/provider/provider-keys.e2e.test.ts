import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  ListAliasesCommand,
  ListResourceTagsCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { TerraformWorkspace } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start();
});

afterAll(() => cloud.close());

interface Keys {
  readonly account: string;
  readonly terraform: TerraformWorkspace;
  readonly kms: KMSClient;
  readonly first: string;
  readonly second: string;
}

async function appliedKeys(): Promise<Keys> {
  const account = cloud.freshAccount();
  const terraform = cloud.workspace('keys');
  await terraform.must('init', '-no-color');
  await terraform.apply({ account });
  const { stdout } = await terraform.must('output', '-json');
  const { first, second } = JSON.parse(stdout) as Record<'first' | 'second', { value: string }>;
  return { account, terraform, kms: cloud.clients(account).kms('eu-west-1'), first: first.value, second: second.value };
}

it('plans nothing after an apply', async () => {
  const { account, terraform } = await appliedKeys();
  expect(await terraform.plannedActions({ account })).toEqual({});
});

it('changes a key in place', async () => {
  const { account, terraform, kms, first: KeyId } = await appliedKeys();
  const changed = {
    account,
    description: 'renamed',
    rotation: 'true',
    actions: '["kms:Decrypt","kms:Describe*"]',
    tags: '{"Team":"b"}',
  };
  expect(await terraform.plannedActions(changed)).toEqual({ 'aws_kms_key.first': ['update'] });
  await terraform.apply(changed);
  expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.Description).toBe('renamed');
  expect((await kms.send(new GetKeyRotationStatusCommand({ KeyId }))).KeyRotationEnabled).toBe(true);
  expect((await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))).Policy).toContain('kms:Describe*');
  expect((await kms.send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([{ TagKey: 'Team', TagValue: 'b' }]);
  const reordered = { ...changed, actions: '["kms:Describe*","kms:Decrypt"]' };
  expect(await terraform.plannedActions(reordered)).toEqual({});
});

it('disables a key and enables it again', async () => {
  const { account, terraform, kms, first: KeyId } = await appliedKeys();
  await terraform.apply({ account, enabled: 'false' });
  expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState).toBe('Disabled');
  await terraform.apply({ account, description: 'awake' });
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata).toMatchObject({ KeyState: 'Enabled', Description: 'awake' });
});

it('replaces a key that becomes multi-region', async () => {
  const { account, terraform } = await appliedKeys();
  const actions = await terraform.plannedActions({ account, multi_region: 'true' });
  expect(actions['aws_kms_key.first']).toEqual(['delete', 'create']);
});

it('moves an alias to another key in place', async () => {
  const { account, terraform, kms, second } = await appliedKeys();
  const changed = { account, target: 'second' };
  expect(await terraform.plannedActions(changed)).toEqual({ 'aws_kms_alias.ecr': ['update'] });
  await terraform.apply(changed);
  const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
  expect(Aliases.find(({ AliasName }) => AliasName === 'alias/ecr')?.TargetKeyId).toBe(second);
  expect(await terraform.plannedActions(changed)).toEqual({});
});

it('schedules the deletion of keys and removes aliases on destroy', async () => {
  const { account, terraform, kms, first: KeyId } = await appliedKeys();
  await terraform.must('destroy', '-no-color', '-auto-approve', `-var=account=${account}`);
  expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState).toBe('PendingDeletion');
  const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
  expect(Aliases.filter(({ AliasName }) => !AliasName?.startsWith('alias/aws/'))).toEqual([]);
});
