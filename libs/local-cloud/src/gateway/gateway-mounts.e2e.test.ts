import { CreateRepositoryCommand, PutAccountSettingCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountKey } from '../account-key.ts';
import { E2eCloud } from '../testing/e2e-cloud.ts';
import type { OciClient } from '../testing/oci-client.ts';
import { sha256 } from '../testing/test-image.ts';

let cloud: E2eCloud;

beforeAll(async () => {
  cloud = await E2eCloud.start('cloud');
});

afterAll(() => cloud.close());

const blob = Buffer.from('a layer that two repositories share');

/** A registry with a repository that holds a layer and one that doesn't; their paths are `<account>/<region>/<name>`. */
async function registry(mounting: 'ENABLED' | 'DISABLED') {
  const account = cloud.freshAccount();
  const ecr = cloud.ecr(account);
  await ecr.send(new PutAccountSettingCommand({ name: 'BLOB_MOUNTING', value: mounting }));
  const paths: string[] = [];
  for (const repositoryName of ['team/base', 'team/app']) {
    const { repository } = await ecr.send(new CreateRepositoryCommand({ repositoryName }));
    paths.push((repository?.repositoryUri ?? '').replace(/^[^/]+\//, ''));
  }
  const [base = '', app = ''] = paths;
  const oci = await cloud.oci(accountKey(account));
  await oci.pushBlob(base, blob);
  return { base, app, oci };
}

function mount(oci: OciClient, { to, from, digest = sha256(blob) }: { to: string; from: string; digest?: string }) {
  const query = new URLSearchParams({ mount: digest, from });
  return oci.request(`${to}/blobs/uploads/?${query.toString()}`, { method: 'POST' });
}

async function holds(oci: OciClient, path: string): Promise<boolean> {
  return (await oci.request(`${path}/blobs/${sha256(blob)}`, { method: 'HEAD' })).ok;
}

describe('a mount of a layer', () => {
  it('is done where the account has opted in', async () => {
    const { base, app, oci } = await registry('ENABLED');
    expect(await holds(oci, app)).toBe(false);
    expect((await mount(oci, { to: app, from: base })).status).toBe(201);
    expect(await holds(oci, app)).toBe(true);
  });

  it('opens a plain upload where the account has not opted in', async () => {
    const { base, app, oci } = await registry('DISABLED');
    const answer = await mount(oci, { to: app, from: base });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toContain(`${app}/blobs/uploads/`);
    expect(await holds(oci, app)).toBe(false);
  });

  it('opens a plain upload for a layer that the other repository lacks', async () => {
    const { base, app, oci } = await registry('ENABLED');
    expect((await mount(oci, { to: app, from: base, digest: sha256(Buffer.from('nothing')) })).status).toBe(202);
  });

  it('opens a plain upload for a repository of another account', async () => {
    const theirs = await registry('ENABLED');
    const { app, oci } = await registry('ENABLED');
    expect((await mount(oci, { to: app, from: theirs.base })).status).toBe(202);
    expect(await holds(oci, app)).toBe(false);
  });
});
