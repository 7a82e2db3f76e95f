import { randomInt } from 'node:crypto';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteRepositoryCommand } from '@aws-sdk/client-ecr';
import { DeregisterTaskDefinitionCommand, ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImagePusher, cloudVariables, run } from '@slipway/ecr-inventory/testing';
import type { Variables } from '@slipway/ecr-inventory/testing';
import type { Review } from '@slipway/plan-review';
import { terraformIn } from '../../../../fixtures/terraform-in.ts';
import type { Terraform } from '../../../../fixtures/terraform-in.ts';

const REGION = 'us-east-1';
/** No other test uses it. */
const id = randomInt(1_000_000_000);
const name = `plan-review-runs/${id}`;
let folder: string;
let dev: Variables;
let prod: Variables;
let terraform: Terraform;
const removals: (() => Promise<unknown>)[] = [];

/** Keeps so many of the newest images. */
function configuration(countNumber: number): string {
  const selection = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber };
  const policy = JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: 'expire' } }] });
  return JSON.stringify({
    terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } },
    provider: { aws: { region: REGION } },
    resource: {
      aws_ecr_repository: { it: { name, force_delete: true } },
      aws_ecr_lifecycle_policy: { it: { repository: '${aws_ecr_repository.it.name}', policy } },
    },
  });
}

/** Two images, `v1` a second older than `v2`, of which the task definition of a family in ECS names the older one. */
async function runOlderImage(variables: Variables): Promise<void> {
  const pusher = new ImagePusher(variables, REGION);
  // Contents of its own: a digest that runs is needed in every repository, those of other tests included.
  const old = await pusher.push(name, { content: `old ${name}` }, ['v1']);
  await sleep(1100);
  await pusher.push(name, { content: `new ${name}` }, ['v2']);
  const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = variables;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  const ecs = new ECSClient({ region: REGION, endpoint, credentials });
  const image = `registry.test/${name}@${old}`;
  const containerDefinitions = [{ name: 'api', image, memory: 128 }];
  const family = `plan-review-${id}`;
  const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand({ family, containerDefinitions }));
  const { taskDefinitionArn } = taskDefinition ?? {};
  removals.push(() => ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: taskDefinitionArn })));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-review-runs-'));
  [dev, prod] = await Promise.all([cloudVariables('dev'), cloudVariables('prod')]);
  terraform = terraformIn(folder, dev);
  const main = join(folder, 'main.tf.json');
  await writeFile(main, configuration(10));
  await terraform('init', '-input=false');
  await terraform('apply', '-auto-approve', '-input=false');
  removals.push(() => terraform('destroy', '-auto-approve', '-input=false'));
  await writeFile(main, configuration(1));
  await terraform('plan', '-out=plan', '-input=false');
  await writeFile(join(folder, 'dev.json'), await terraform('show', '-json', 'plan'));
  await copyFile(join(folder, 'dev.json'), join(folder, 'prod.json'));
  await runOlderImage(dev);
});
afterAll(async () => {
  for (const remove of removals.reverse()) await remove();
  await rm(folder, { recursive: true });
});

async function reviewLive(stack: string, variables: Variables) {
  const { stdout } = await run(['plan-review', join(folder, `${stack}.json`), '--live', '--json'], variables);
  const { verdict, findings, stacks } = JSON.parse(stdout) as Review;
  return {
    verdict,
    findings: findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`),
    words: stacks[0]?.changes[0]?.words ?? [],
  };
}

describe('plan-review --live of a lifecycle policy that expires an image', () => {
  it('names the image that runs, and who runs it', async () => {
    const { verdict, findings, words } = await reviewLive('dev', dev);
    expect(verdict).toBe('attention');
    expect(findings[0]).toBe('warning image-in-use-lost: an image that expires runs in dev: v1 (ecs)');
    expect(findings[1]).toMatch(/^warning lifecycle-changed: 1 image \([\d.]+ kB, such as v1\) expires within a day/);
    expect(words.at(-1)).toMatch(/expires within a day, it runs in dev$/);
  });

  it('blocks production, and says that the cluster which its image.json names could not be asked', async () => {
    const pusher = new ImagePusher(prod, REGION);
    await pusher.create(name);
    removals.push(() => pusher.client.send(new DeleteRepositoryCommand({ repositoryName: name, force: true })));
    await runOlderImage(prod);
    const { verdict, findings } = await reviewLive('prod', prod);
    expect(verdict).toBe('blocked');
    expect(findings[0]).toBe('error image-in-use-lost: an image that expires runs in prod: v1 (ecs)');
    expect(findings[1]).toMatch(/^error deployments-unknown: what eks needs in prod is not known \(.*kubectl/);
  });
});
