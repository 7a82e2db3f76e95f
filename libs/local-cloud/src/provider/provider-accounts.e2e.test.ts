import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { DEV_ACCOUNT } from './testing/account-gateway.ts';
import type { TerraformResult } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start();
});

afterAll(() => cloud.close());

interface Caller {
  readonly boundTo?: string;
  readonly endpoint?: string;
}

async function apply(caller: Caller, ...variables: readonly string[]): Promise<TerraformResult> {
  const { boundTo: accessKeyId, endpoint } = caller;
  const provider = await cloud.serve({ ...(accessKeyId && { accessKeyId }), ...(endpoint && { endpoint }) });
  const terraform = cloud.workspace('accounts', provider);
  await terraform.must('init', '-no-color');
  return terraform.run('apply', '-no-color', '-auto-approve', ...variables.map((value) => `-var=${value}`));
}

it('lets the any-account key into the account that the provider block allows', async () => {
  const { exitCode, stdout } = await apply({}, 'allowed=["111111111111"]');
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining('account = "111111111111"')]);
});

it('leaves the any-account key in the dev account when the provider block allows none or several', async () => {
  const free = await apply({});
  expect(free.stdout).toContain(`account = "${DEV_ACCOUNT}"`);
  const several = await apply({}, `allowed=["111111111111","${DEV_ACCOUNT}"]`);
  expect(several.stdout).toContain(`account = "${DEV_ACCOUNT}"`);
});

it('refuses a key of another account in the real words', async () => {
  const { exitCode, stderr } = await apply({ boundTo: 'LOCAL333333333333' }, 'allowed=["111111111111"]');
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining('AWS account ID not allowed: 333333333333')]);
});

it('refuses a forbidden account', async () => {
  const { exitCode, stderr } = await apply({ boundTo: 'LOCAL333333333333' }, 'forbidden=["333333333333"]');
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining('AWS account ID not allowed: 333333333333')]);
});

it('believes a key of the provider block before the key of the socket', async () => {
  const { stdout } = await apply({ boundTo: 'LOCAL333333333333' }, 'access_key=LOCAL444444444444');
  expect(stdout).toContain('account = "444444444444"');
});

it('resolves a profile of the provider block with the files of its own process', async () => {
  const files = ['AWS_SHARED_CREDENTIALS_FILE', 'AWS_CONFIG_FILE'] as const;
  const credentials = join(cloud.folder, 'credentials');
  writeFileSync(credentials, '[dev]\naws_access_key_id = LOCAL555555555555\naws_secret_access_key = fake\n');
  for (const name of files) process.env[name] = credentials;
  try {
    const { stdout } = await apply({}, 'profile=dev', 'allowed=["555555555555"]');
    expect(stdout).toContain('account = "555555555555"');
  } finally {
    for (const name of files) Reflect.deleteProperty(process.env, name);
  }
});

it('says that the local cloud is down', async () => {
  const { exitCode, stderr } = await apply({ endpoint: 'http://127.0.0.1:9' });
  expect([exitCode, stderr.replace(/[\s│╵╷]+/g, ' ')]).toEqual([1, expect.stringContaining('is the local cloud up?')]);
});
