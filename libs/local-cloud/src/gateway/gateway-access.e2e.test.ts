import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  GetLifecyclePolicyPreviewCommand,
  InitiateLayerUploadCommand,
  PutReplicationConfigurationCommand,
} from '@aws-sdk/client-ecr';
import { ECRPUBLICClient, GetAuthorizationTokenCommand as GetPublicTokenCommand } from '@aws-sdk/client-ecr-public';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environments } from '@slipway/environments';
import { accountKey } from '../account-key.ts';
import { cloudStatus } from '../cloud-status.ts';
import { E2eCloud } from '../testing/e2e-cloud.ts';
import { OciClient } from '../testing/oci-client.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { testImage } from '../testing/test-image.ts';
import { anyAccountKey } from './account-of-key.ts';

let cloud: E2eCloud;

beforeAll(async () => {
  cloud = await E2eCloud.start('cloud');
});

afterAll(() => cloud.close());

async function pathOf(account: string, repositoryName = 'app'): Promise<string> {
  const created = await cloud.ecr(account).send(new CreateRepositoryCommand({ repositoryName }));
  return (created.repository?.repositoryUri ?? '').replace(/^[^/]+\//, '');
}

describe('the account', () => {
  it('comes from the access key', async () => {
    const caller = (accessKeyId: string) =>
      new STSClient(cloud.settings(accessKeyId)).send(new GetCallerIdentityCommand());
    expect((await caller('LOCAL999988887777')).Account).toBe('999988887777');
    expect((await caller(anyAccountKey)).Account).toBe(environments.dev.account);
  });

  it('of a foreign key is the one that the emulator gave it', async () => {
    const account = cloud.freshAccount();
    const settings = cloud.settings(accountKey(account));
    const policy = '{"Version":"2012-10-17","Statement":[]}';
    const role = await new IAMClient(settings).send(
      new CreateRoleCommand({ RoleName: 'ci', AssumeRolePolicyDocument: policy }),
    );
    const assume = new AssumeRoleCommand({ RoleArn: role.Role?.Arn, RoleSessionName: 'test' });
    const { Credentials } = await new STSClient(settings).send(assume);
    await pathOf(account, 'seen-by-role');
    const client = new ECRClient(cloud.settings(Credentials?.AccessKeyId ?? ''));
    const { repositories } = await client.send(new DescribeRepositoriesCommand());
    expect(repositories?.map(({ registryId }) => registryId)).toEqual([account]);
  });

  it('has registries of its own in every region', async () => {
    const account = cloud.freshAccount();
    await pathOf(account);
    const elsewhere = await cloud.ecr(account, 'us-west-2').send(new DescribeRepositoriesCommand());
    expect(elsewhere.repositories).toEqual([]);
  });
});

describe('a login', () => {
  it('lasts twelve hours and leads to the gateway', async () => {
    const { authorizationData } = await cloud.ecr(cloud.freshAccount()).send(new GetAuthorizationTokenCommand());
    const [login] = authorizationData ?? [];
    expect(login?.proxyEndpoint).toBe(cloud.endpoint);
    expect(Math.round(((login?.expiresAt?.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(12);
    expect(Buffer.from(login?.authorizationToken ?? '', 'base64').toString()).toMatch(/^AWS:.{40,}/);
  });

  it('is needed, and can not be made up', async () => {
    const none = await fetch(`${cloud.endpoint}/v2/`);
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([
      401,
      `Basic realm="${cloud.endpoint}/",service="ecr.amazonaws.com"`,
    ]);
    const madeUp = new OciClient(cloud.endpoint, `Basic ${Buffer.from('AWS:made.up').toString('base64')}`);
    expect((await madeUp.request('')).status).toBe(401);
    expect((await (await cloud.oci(anyAccountKey)).request('')).status).toBe(200);
  });

  it('of one account does not open another, except the one for any', async () => {
    const path = await pathOf(cloud.freshAccount());
    const stranger = await cloud.oci(accountKey(cloud.freshAccount()));
    expect((await stranger.push(path, 'v1', testImage('intruder'))).status).toBe(403);
    const anybody = await cloud.oci(anyAccountKey);
    expect((await anybody.push(path, 'v1', testImage('guest'))).status).toBe(201);
  });
});

describe('a push', () => {
  it('to a repository that does not exist is refused in the words of ECR', async () => {
    const account = cloud.freshAccount();
    const refused = await (
      await cloud.oci(accountKey(account))
    ).push(`${account}/eu-west-1/nope`, 'v1', testImage('lost'));
    expect([refused.status, await refused.json()]).toEqual([
      404,
      {
        errors: [
          {
            code: 'NAME_UNKNOWN',
            message: `The repository with name 'nope' does not exist in the registry with id '${account}'`,
          },
        ],
      },
    ]);
  });

  it('with a hostile path is refused before the registry sees it', async () => {
    const oci = await cloud.oci(anyAccountKey);
    const hostile = [
      '/v2/1/../2/manifests/x',
      '/v2/111122223333/eu-west-1/a%2fb/manifests/v1',
      '/v2/_catalog',
      '/v2/111122223333/eu-west-1/a/manifests/..',
    ];
    for (const path of hostile) {
      const answer = await rawRequest({ endpoint: cloud.endpoint, path, authorization: oci.authorization });
      expect([path, answer.status, (JSON.parse(answer.body) as { errors: [{ code: string }] }).errors[0].code]).toEqual(
        [path, 400, 'NAME_INVALID'],
      );
    }
  });

  it('of a large layer takes little memory', async () => {
    const account = cloud.freshAccount();
    const path = await pathOf(account);
    const oci = await cloud.oci(accountKey(account));
    const before = await residentMegabytes();
    const started = await oci.request(`${path}/blobs/uploads/`, { method: 'POST' });
    const megabyte = Buffer.alloc(1024 * 1024, 7);
    const body = Readable.from(Array.from({ length: 300 }, () => megabyte));
    const sent = await oci.request(started.headers.get('location') ?? '', {
      method: 'PATCH',
      body,
      duplex: 'half',
    });
    expect([sent.status, sent.headers.get('range')]).toEqual([202, `0-${300 * 1024 * 1024 - 1}`]);
    expect((await residentMegabytes()) - before).toBeLessThan(150);
  });

  it('that is given up leaves the gateway and the repository in order', async () => {
    const account = cloud.freshAccount();
    const path = await pathOf(account);
    const oci = await cloud.oci(accountKey(account));
    const started = await oci.request(`${path}/blobs/uploads/`, { method: 'POST' });
    const upload = request(started.headers.get('location') ?? '', {
      method: 'PATCH',
      headers: { authorization: oci.authorization },
    });
    upload.on('error', () => upload.destroy());
    upload.write(Buffer.alloc(100_000));
    await sleep(100);
    upload.destroy();
    expect((await oci.push(path, 'v1', testImage('second try'))).status).toBe(201);
    expect((await cloudStatus(cloud.root)).healthy).toBe(true);
  });
});

async function residentMegabytes(): Promise<number> {
  const { components } = await cloudStatus(cloud.root);
  const pid = components.find(({ name }) => name === 'gateway')?.pid ?? 0;
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

describe('the ECR API', () => {
  it('says what it does not emulate', async () => {
    const ecr = cloud.ecr(cloud.freshAccount());
    const name = 'NotEmulatedException';
    await expect(ecr.send(new InitiateLayerUploadCommand({ repositoryName: 'x' }))).rejects.toMatchObject({ name });
    await expect(ecr.send(new GetLifecyclePolicyPreviewCommand({ repositoryName: 'x' }))).rejects.toMatchObject({
      name,
    });
    const ecrPublic = new ECRPUBLICClient(cloud.settings(accountKey(cloud.freshAccount()), 'us-east-1'));
    await expect(ecrPublic.send(new GetPublicTokenCommand())).rejects.toMatchObject({ name });
  });

  it('pages through repositories', async () => {
    const account = cloud.freshAccount();
    for (const name of ['c', 'a', 'b']) await pathOf(account, `team/${name}`);
    const ecr = cloud.ecr(account);
    const first = await ecr.send(new DescribeRepositoriesCommand({ maxResults: 2 }));
    expect(first.repositories?.map(({ repositoryUri }) => repositoryUri)).toEqual([
      `${new URL(cloud.endpoint).host}/${account}/eu-west-1/team/a`,
      `${new URL(cloud.endpoint).host}/${account}/eu-west-1/team/b`,
    ]);
    const second = await ecr.send(new DescribeRepositoriesCommand({ maxResults: 2, nextToken: first.nextToken }));
    expect([second.repositories?.map(({ repositoryName }) => repositoryName), second.nextToken]).toEqual([
      ['team/c'],
      undefined,
    ]);
    await expect(ecr.send(new DescribeRepositoriesCommand({ nextToken: 'x' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('takes several replication rules', async () => {
    const account = cloud.freshAccount();
    const rules = ['us-west-2', 'eu-central-1'].map((region) => ({ destinations: [{ region, registryId: account }] }));
    const put = new PutReplicationConfigurationCommand({ replicationConfiguration: { rules } });
    expect((await cloud.ecr(account).send(put)).replicationConfiguration?.rules).toHaveLength(2);
  });
});

describe('the other services', () => {
  it('keep models in the bucket of the environment', async () => {
    const { account, region, models } = environments.prod;
    const s3 = new S3Client({ ...cloud.settings(accountKey(account), region), forcePathStyle: true });
    const Key = 'models/a.json';
    const put = await s3.send(new PutObjectCommand({ Bucket: models.bucket, Key, Body: Buffer.alloc(5_000_000, 1) }));
    expect(put.VersionId).toBeDefined();
    const got = await s3.send(new GetObjectCommand({ Bucket: models.bucket, Key }));
    expect((await got.Body?.transformToByteArray())?.length).toBe(5_000_000);
  });

  it('have keys', async () => {
    const kms = new KMSClient(cloud.settings(accountKey(cloud.freshAccount())));
    expect((await kms.send(new ListKeysCommand())).Keys).toEqual([]);
  });
});
