import { CreateRepositoryCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { TestCloud } from './testing/test-cloud.ts';

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start();
});

afterAll(() => cloud.close());

it('adopts repositories that exist, in the region of the provider and in another', async () => {
  const account = cloud.freshAccount();
  await cloud.ecr(account).send(new CreateRepositoryCommand({ repositoryName: 'smart-budget-planner' }));
  await cloud.ecr(account, 'us-west-2').send(new CreateRepositoryCommand({ repositoryName: 'elsewhere' }));
  const terraform = cloud.workspace('import');
  await terraform.must('init', '-no-color');
  const importing = ['import', '-no-color', `-var=account=${account}`] as const;
  await terraform.must(...importing, 'aws_ecr_repository.adopted', 'smart-budget-planner');
  await terraform.must(...importing, 'aws_ecr_repository.elsewhere', 'elsewhere@us-west-2');
  expect(await terraform.plannedActions({ account })).toEqual({});
});

it('refuses to adopt what is not there', async () => {
  const account = cloud.freshAccount();
  const terraform = cloud.workspace('import');
  await terraform.must('init', '-no-color');
  const result = await terraform.run(
    'import',
    '-no-color',
    `-var=account=${account}`,
    'aws_ecr_repository.adopted',
    'absent',
  );
  expect([result.exitCode, result.stderr]).toEqual([
    1,
    expect.stringContaining('Cannot import non-existent remote object'),
  ]);
});
