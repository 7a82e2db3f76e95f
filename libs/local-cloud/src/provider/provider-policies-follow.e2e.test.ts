import { GetLifecyclePolicyCommand, GetRepositoryPolicyCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { TerraformWorkspace } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start();
});

afterAll(() => cloud.close());

const FOLLOWED = 'aws_ecr_repository.both["followed"]';
const LEFT = 'aws_ecr_repository.both["left"]';

async function applied(): Promise<{ account: string; terraform: TerraformWorkspace }> {
  const account = cloud.freshAccount();
  const terraform = cloud.workspace('policies-follow');
  await terraform.must('init', '-no-color');
  await terraform.apply({ account });
  return { account, terraform };
}

async function policiesOf(account: string, repositoryName: string): Promise<readonly string[]> {
  const asked = [
    cloud.ecr(account).send(new GetLifecyclePolicyCommand({ repositoryName })),
    cloud.ecr(account).send(new GetRepositoryPolicyCommand({ repositoryName })),
  ];
  const outcomes = await Promise.allSettled(asked);
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'there' : (outcome.reason as Error).name));
}

it.each([{ mutability: 'IMMUTABLE' }, { team: 'pricing' }, { cost_center: '2' }])(
  'a repository that changes in place (%j) leaves its policies alone',
  async (change) => {
    const { account, terraform } = await applied();
    const changed = { account, ...change };
    expect(await terraform.plannedActions(changed)).toEqual({ [FOLLOWED]: ['update'], [LEFT]: ['update'] });
    await terraform.apply(changed);
    expect(await terraform.plannedActions(changed)).toEqual({});
  },
);

it('a repository that is replaced takes its policies with it, and only replace_triggered_by brings them back', async () => {
  const { account, terraform } = await applied();
  const changed = { account, encryption: 'KMS' };
  expect(await terraform.plannedActions(changed)).toEqual({
    [FOLLOWED]: ['delete', 'create'],
    [LEFT]: ['delete', 'create'],
    'aws_ecr_lifecycle_policy.followed': ['delete', 'create'],
    'aws_ecr_repository_policy.followed': ['delete', 'create'],
  });
  await terraform.apply(changed);
  expect(await policiesOf(account, 'followed')).toEqual(['there', 'there']);
  expect(await policiesOf(account, 'left')).toEqual([
    'LifecyclePolicyNotFoundException',
    'RepositoryPolicyNotFoundException',
  ]);
  expect(await terraform.plannedActions(changed)).toEqual({
    'aws_ecr_lifecycle_policy.left': ['create'],
    'aws_ecr_repository_policy.left': ['create'],
  });
});
