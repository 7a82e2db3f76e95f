import { CreateRepositoryCommand, type CreateRepositoryCommandInput } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TerraformWorkspace } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';
import { startWholeGateway } from './testing/whole-gateway.ts';

jest.setTimeout(60_000);

let cloud: TestCloud;

// The whole gateway, because moto alone answers all repositories on one page.
beforeAll(async () => {
  cloud = await TestCloud.start(startWholeGateway);
});

afterAll(() => cloud.close());

async function opened(fixture: string): Promise<TerraformWorkspace> {
  const terraform = cloud.workspace(fixture);
  await terraform.must('init', '-no-color');
  return terraform;
}

async function create(account: string, region: string, input: Partial<CreateRepositoryCommandInput> = {}) {
  const repository = { repositoryName: 'mlops/api', ...input };
  return cloud.ecr(account, region).send(new CreateRepositoryCommand(repository));
}

async function summary(terraform: TerraformWorkspace, account: string): Promise<string> {
  const { stdout } = await terraform.must('plan', '-no-color', `-var=account=${account}`);
  return /^(Plan: .*|No changes)\./m.exec(stdout)?.[1] ?? stdout;
}

describe('import blocks that ask what exists', () => {
  it('create what is absent, and then plan nothing', async () => {
    const account = cloud.freshAccount();
    const terraform = await opened('adopt');
    expect(await summary(terraform, account)).toBe('Plan: 5 to add, 0 to change, 0 to destroy');
    await terraform.apply({ account });
    expect(await summary(terraform, account)).toBe('No changes');
  });

  it('adopt what exists, wherever it is, and change what differs in the same plan', async () => {
    const account = cloud.freshAccount();
    for (const region of ['eu-west-1', 'eu-central-1', 'us-west-2']) await create(account, region);
    await create(account, 'eu-west-1', { repositoryName: 'jobs/train' });
    const terraform = await opened('adopt');
    expect(await summary(terraform, account)).toBe('Plan: 4 to import, 1 to add, 1 to change, 0 to destroy');
    await terraform.apply({ account });
    expect(await summary(terraform, account)).toBe('No changes');
  });

  it('find a repository that is not on the first page', async () => {
    const account = cloud.freshAccount();
    for (let number = 100; number < 200; number += 1)
      await create(account, 'eu-west-1', { repositoryName: `a-${number}` });
    await create(account, 'eu-west-1');
    const terraform = await opened('adopt-json');
    expect(await summary(terraform, account)).toBe('Plan: 1 to import, 0 to add, 0 to change, 0 to destroy');
  });

  it('do not replace what is encrypted otherwise where prevent_destroy forbids it', async () => {
    const account = cloud.freshAccount();
    await create(account, 'eu-west-1', { encryptionConfiguration: { encryptionType: 'KMS' } });
    const terraform = await opened('adopt');
    const { exitCode, stderr } = await terraform.run('plan', '-no-color', `-var=account=${account}`);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('Instance cannot be destroyed')]);
    expect(await terraform.plannedActions({ account, encryption: 'KMS' })).not.toHaveProperty([
      'aws_ecr_repository.api',
    ]);
  });

  it('work in JSON, as cdktf writes it', async () => {
    const account = cloud.freshAccount();
    const terraform = await opened('adopt-json');
    expect(await summary(terraform, account)).toBe('Plan: 1 to add, 0 to change, 0 to destroy');
    await create(account, 'eu-west-1');
    expect(await summary(terraform, account)).toBe('Plan: 1 to import, 0 to add, 0 to change, 0 to destroy');
    await terraform.apply({ account });
    expect(await summary(terraform, account)).toBe('No changes');
    await terraform.must('destroy', '-no-color', '-auto-approve', `-var=account=${account}`);
  });
});

describe('looking a repository up', () => {
  it('answers what ECR knows of it', async () => {
    const account = cloud.freshAccount();
    await create(account, 'us-west-2', {
      tags: [{ Key: 'Team', Value: 'retail' }],
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [{ filter: 'latest', filterType: 'WILDCARD' }],
    });
    const terraform = await opened('look-up');
    await terraform.apply({ account });
    const { stdout } = await terraform.must('output', '-json', 'api');
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'mlops/api',
      arn: `arn:aws:ecr:us-west-2:${account}:repository/mlops/api`,
      registry_id: account,
      image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
      image_tag_mutability_exclusion_filter: [{ filter: 'latest', filter_type: 'WILDCARD' }],
      encryption_configuration: [{ encryption_type: 'AES256', kms_key: '' }],
      image_scanning_configuration: [{ scan_on_push: false }],
      most_recent_image_tags: null,
      tags: { Team: 'retail' },
    });
  });

  it('is an error when it is not there', async () => {
    const terraform = await opened('look-up');
    const { exitCode, stderr } = await terraform.run('plan', '-no-color', `-var=account=${cloud.freshAccount()}`);
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining("reading ECR Repository (mlops/api): couldn't find resource"),
    ]);
  });
});
