import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { synthesize } from '@slipway/ecr-module';
import { prod } from '@slipway/environments';

/** A moved address is a destroyed repository and its images: change a line here only together with a `moved` block. A new repository joins them. */
const REPOSITORIES = [
  'ap-southeast-1_mlops--retail-api_repository_51F9A8B3',
  'ap-southeast-1_mlops--train-model_repository_6AD3A692',
  'us-east-1_Replicas-eu-west-1_smart-budget-planner_repository_045365BA',
  'us-east-1_Replicas-us-west-2_smart-budget-planner_repository_90B26897',
  'us-east-1_api-gateway_repository_F68C185A',
  'us-east-1_auth-service_repository_5EF061B8',
  'us-east-1_notification-service_repository_857E239F',
  'us-east-1_order-service_repository_BFA42BA9',
  'us-east-1_smart-budget-planner_repository_84DC3229',
  'us-east-1_user-service_repository_408E9F9E',
];

interface Repository {
  readonly lifecycle: { readonly prevent_destroy: boolean };
  readonly image_tag_mutability: string;
  readonly name: string;
}

async function repositories(): Promise<Readonly<Record<string, Repository>>> {
  const outdir = await mkdtemp(join(tmpdir(), 'prod-'));
  try {
    synthesize(prod, { outdir });
    const text = await readFile(join(outdir, 'stacks', 'prod', 'cdk.tf.json'), 'utf8');
    return (JSON.parse(text) as { resource: { aws_ecr_repository: Record<string, Repository> } }).resource
      .aws_ecr_repository;
  } finally {
    await rm(outdir, { recursive: true });
  }
}

describe('the prod stack', () => {
  it('keeps the addresses of its repositories', async () => {
    expect(Object.keys(await repositories())).toEqual(expect.arrayContaining(REPOSITORIES));
  });

  it('lets no repository be destroyed', async () => {
    expect(Object.values(await repositories()).every(({ lifecycle }) => lifecycle.prevent_destroy)).toBe(true);
  });

  it('moves no tag, the budget planner and its replicas excepted', async () => {
    const movable = Object.values(await repositories()).filter(
      (repository) => repository.image_tag_mutability !== 'IMMUTABLE',
    );
    expect(new Set(movable.map(({ name }) => name))).toEqual(new Set(['smart-budget-planner']));
  });
});
