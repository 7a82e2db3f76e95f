import { DescribeRepositoriesCommand, ListTagsForResourceCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { TestCloud } from './testing/test-cloud.ts';

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start();
});

afterAll(() => cloud.close());

async function repositoryNames(account: string, region: string): Promise<readonly (string | undefined)[]> {
  const { repositories = [] } = await cloud.ecr(account, region).send(new DescribeRepositoriesCommand({}));
  return repositories.map(({ repositoryName }) => repositoryName);
}

it('creates each repository in the region of its provider block, its alias, or its own', async () => {
  const account = cloud.freshAccount();
  const terraform = cloud.workspace('regions');
  await terraform.must('init', '-no-color');
  await terraform.apply({ account });
  expect(await repositoryNames(account, 'eu-west-1')).toEqual(['home']);
  expect(await repositoryNames(account, 'us-east-1')).toEqual(['alias']);
  expect(await repositoryNames(account, 'ap-southeast-1')).toEqual(['own-region']);
  expect(await terraform.plannedActions({ account })).toEqual({});
});

it('keeps the default tags of two provider blocks apart', async () => {
  const account = cloud.freshAccount();
  const terraform = cloud.workspace('regions');
  await terraform.must('init', '-no-color');
  await terraform.apply({ account });
  const tagsIn = async (region: string, name: string) => {
    const resourceArn = `arn:aws:ecr:${region}:${account}:repository/${name}`;
    return (await cloud.ecr(account, region).send(new ListTagsForResourceCommand({ resourceArn }))).tags;
  };
  expect(await tagsIn('eu-west-1', 'home')).toEqual([{ Key: 'From', Value: 'default' }]);
  expect(await tagsIn('us-east-1', 'alias')).toEqual([{ Key: 'From', Value: 'alias' }]);
});

it('replaces a repository that moves to another region', async () => {
  const account = cloud.freshAccount();
  const terraform = cloud.workspace('regions');
  await terraform.must('init', '-no-color');
  await terraform.apply({ account });
  const moved = { account, moved_to: 'sa-east-1' };
  expect(await terraform.plannedActions(moved)).toEqual({ 'aws_ecr_repository.own_region': ['delete', 'create'] });
  await terraform.apply(moved);
  expect(await repositoryNames(account, 'ap-southeast-1')).toEqual([]);
  expect(await repositoryNames(account, 'sa-east-1')).toEqual(['own-region']);
});

it('serves two Terraforms at once without mixing their accounts', async () => {
  const accounts = [cloud.freshAccount(), cloud.freshAccount()];
  const runs = accounts.map(async (account) => {
    const terraform = cloud.workspace('regions');
    await terraform.must('init', '-no-color');
    await terraform.apply({ account });
    return terraform.plannedActions({ account });
  });
  expect(await Promise.all(runs)).toEqual([{}, {}]);
  for (const account of accounts) expect(await repositoryNames(account, 'us-east-1')).toEqual(['alias']);
});
