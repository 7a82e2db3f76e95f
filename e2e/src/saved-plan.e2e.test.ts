import { appendFile, copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeRepositoriesCommand, ECRClient, PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clone } from './clone.ts';
import { cloudEnvironment, run } from './workspace.ts';

/** An account of this run alone: nobody else plans or deploys there. */
const ACCOUNT = `9${String(Date.now()).slice(-11)}`;
const SPECS = join('libs', 'environments', 'src');
const PLAN = join('dist', 'plans', 'dev', 'plan.tfplan');

let clone: Clone;
let environment: Record<string, string> = {};
let ecr: ECRClient;

beforeAll(async () => {
  environment = { ...(await cloudEnvironment('--account', ACCOUNT)), NX_DAEMON: 'false', NX_TUI: 'false' };
  const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  ecr = new ECRClient({ region: 'us-east-1', endpoint, credentials });
  const s3 = new S3Client({ region: 'ap-southeast-1', endpoint, credentials, forcePathStyle: true });
  const place = { LocationConstraint: 'ap-southeast-1' } as const;
  await s3.send(new CreateBucketCommand({ Bucket: `slipway-state-${ACCOUNT}`, CreateBucketConfiguration: place }));
  clone = await Clone.make();
  await rewrite('accounts.ts', /dev: '\d+'/, `dev: '${ACCOUNT}'`);
  // One repository is enough to see all of it, and a topic, whose policy is a resource of its own.
  await rewrite('dev.ts', /\n.*region: 'ap-southeast-1', scanning.*/, '');
  await rewrite('dev.ts', /replication: .*/, "notifications: { topic: 'dev-images', on: [{ event: 'delete' }] },");
  await rewrite('dev.ts', /microservices\(settings\), \.\.\.budgetPlanner\(settings\)/, 'microservices(settings)');
  await rewrite('products/microservices.ts', /SERVICES = .*/, "SERVICES = ['api-gateway'] as const;");
  await clone.commit('an account of its own');
}, 600_000);
afterAll(async () => {
  await clone[Symbol.asyncDispose]();
});

async function rewrite(spec: string, from: RegExp, to: string): Promise<void> {
  const file = join(clone.folder, SPECS, spec);
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(from);
  await writeFile(file, text.replace(from, to));
}

async function inClone(...command: [string, ...string[]]) {
  return await run(command, { environment, cwd: clone.folder });
}
async function stack(...args: readonly string[]) {
  return await inClone('node', 'apps/plan-review/bin/stack.ts', ...args);
}

async function gateway() {
  const { repositories } = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['api-gateway'] }));
  return repositories?.[0];
}
async function setMutability(imageTagMutability: 'MUTABLE' | 'IMMUTABLE'): Promise<void> {
  await ecr.send(new PutImageTagMutabilityCommand({ repositoryName: 'api-gateway', imageTagMutability }));
}

describe('nx plan and nx deploy', () => {
  it('deploy nothing that was not planned', async () => {
    const refused = await stack('deploy', 'dev');
    expect(refused.exitCode).toBe(2);
    expect(refused.all).toContain("there is no saved plan of 'dev'");
  });

  it('review a plan, keep it to this user, and apply it once', async () => {
    const planned = await inClone('nx', 'plan', 'dev');
    expect({ exitCode: planned.exitCode, all: planned.all }).toMatchObject({ exitCode: 0 });
    expect(planned.all).toContain('role github-actions-role');
    expect(planned.all).toContain("'npx nx deploy dev' applies it");
    expect((await stat(join(clone.folder, PLAN))).mode & 0o777).toBe(0o600);
    await expect(gateway()).rejects.toThrow();
    const deployed = await inClone('nx', 'deploy', 'dev');
    expect({ exitCode: deployed.exitCode, all: deployed.all }).toMatchObject({ exitCode: 0 });
    expect((await gateway())?.imageTagMutability).toBe('MUTABLE');
  });
});

describe('drift', () => {
  it('says which attribute somebody changed, nothing that Terraform did, and does not set it back', async () => {
    await setMutability('IMMUTABLE');
    const { exitCode, stdout } = await stack('drift', 'dev', '--json');
    expect(exitCode).toBe(5);
    const { stacks } = JSON.parse(stdout) as {
      stacks: [{ changes: unknown[]; drift: { attributes: unknown[] }[] }];
    };
    expect(stacks[0].changes).toEqual([]);
    expect(stacks[0].drift.flatMap(({ attributes }) => attributes)).toEqual([
      expect.objectContaining({ path: 'image_tag_mutability', before: 'MUTABLE', after: 'IMMUTABLE' }),
    ]);
    expect((await gateway())?.imageTagMutability).toBe('IMMUTABLE');
  });
});

describe('a saved plan', () => {
  beforeAll(async () => {
    await rewrite('products/microservices.ts', /Owner: 'shop-platform'/, "Owner: 'shop'");
    await clone.commit('another owner');
    const planned = await stack('plan', 'dev');
    expect({ exitCode: planned.exitCode, all: planned.all }).toMatchObject({ exitCode: 0 });
  });

  it('is refused once its file is another one', async () => {
    const file = join(clone.folder, PLAN);
    await copyFile(file, `${file}.kept`);
    await appendFile(file, ' ');
    const refused = await stack('deploy', 'dev');
    await copyFile(`${file}.kept`, file);
    expect(refused.exitCode).toBe(4);
    expect(refused.all).toContain("plan again and review it: 'npx nx plan dev'");
  });

  it('is refused at another commit', async () => {
    await clone.git('commit', '--quiet', '--allow-empty', '--message', 'another');
    const refused = await stack('deploy', 'dev');
    await clone.git('reset', '--quiet', '--soft', 'HEAD~1');
    expect(refused.exitCode).toBe(4);
    expect(refused.all).toContain('the plan was made of commit');
  });

  it('is refused after another apply, which it was not made of', async () => {
    const terraform = ['terraform', 'apply', '-auto-approve', '-input=false'] as const;
    const cwd = join(clone.folder, 'cdktf.out', 'stacks', 'dev');
    const between = await run(terraform, { environment, cwd });
    expect({ exitCode: between.exitCode, all: between.all }).toMatchObject({ exitCode: 0 });
    const refused = await stack('deploy', 'dev');
    expect(refused.exitCode).toBe(4);
    expect(refused.all).toContain("the state of 'dev' is");
    expect((await stack('drift', 'dev')).exitCode).toBe(0);
  });

  it('is refused where it is blocked, and nothing is lost', async () => {
    await rewrite('products/microservices.ts', /kms\(\)/, "{ type: 'aes256' }");
    await clone.commit('another encryption');
    const before = await gateway();
    const planned = await stack('plan', 'dev');
    expect(planned.exitCode).toBe(5);
    expect(planned.all).toContain('[repository-destroyed]');
    const refused = await stack('deploy', 'dev');
    expect({ exitCode: refused.exitCode, all: refused.all }).toMatchObject({ exitCode: 5 });
    expect((await gateway())?.createdAt).toEqual(before?.createdAt);
  });
});
