import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchDeleteImageCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImagePusher, cloudVariables, run } from '@slipway/ecr-inventory/testing';
import type { Variables } from '@slipway/ecr-inventory/testing';
import type { Review } from '@slipway/plan-review';
import { terraformIn } from '../../../../fixtures/terraform-in.ts';
import type { Terraform } from '../../../../fixtures/terraform-in.ts';

const REGION = 'us-east-1';
/** No other test uses it. */
const name = `plan-review-live/${randomInt(1_000_000_000)}`;
const configuration = {
  terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } },
  provider: { aws: { region: REGION } },
  resource: { aws_ecr_repository: { live: { name, image_tag_mutability: 'IMMUTABLE', force_delete: true } } },
};
const IDS = [{ imageTag: 'v1' }, { imageTag: 'v2' }];
let folder: string;
let variables: Variables;
let terraform: Terraform;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-review-live-'));
  variables = await cloudVariables('dev');
  terraform = terraformIn(folder, variables);
  await writeFile(join(folder, 'main.tf.json'), JSON.stringify(configuration));
  await terraform('init', '-input=false');
  await terraform('apply', '-auto-approve', '-input=false');
  await terraform('plan', '-out=plan', '-input=false', '-replace=aws_ecr_repository.live');
  await writeFile(join(folder, 'dev.json'), await terraform('show', '-json', 'plan'));
});
afterAll(async () => {
  await terraform('destroy', '-auto-approve', '-input=false');
  await rm(folder, { recursive: true });
});

async function reviewLive() {
  const plan = join(folder, 'dev.json');
  const { exitCode, stdout } = await run(['plan-review', plan, '--live', '--json'], variables);
  const { verdict, findings, stacks } = JSON.parse(stdout) as Review;
  return { exitCode, verdict, messages: findings.map(({ message }) => message), dollars: stacks[0]?.monthlyDollars };
}

describe('plan-review --live of a repository that a plan replaces', () => {
  it('says how many images go, how large they are and what they cost', async () => {
    const pusher = new ImagePusher(variables, REGION);
    for (const { imageTag } of IDS) await pusher.push(name, { content: imageTag }, [imageTag]);
    const { exitCode, verdict, messages, dollars = 0 } = await reviewLive();
    expect([exitCode, verdict]).toEqual([5, 'blocked']);
    expect(messages).toEqual([
      expect.stringMatching(/^"plan-review-live\/\d+" is replaced with its 2 images \(\d+ bytes\)$/),
    ]);
    expect(dollars).toBeLessThan(0);
  });

  it('says that it holds none, and does not block', async () => {
    const { client } = new ImagePusher(variables, REGION);
    await client.send(new BatchDeleteImageCommand({ repositoryName: name, imageIds: IDS }));
    const { exitCode, verdict, messages, dollars } = await reviewLive();
    expect([exitCode, verdict]).toEqual([0, 'attention']);
    expect(messages).toEqual([`"${name}" is replaced; it holds no images`]);
    expect(dollars).toBe(0);
  });
});
