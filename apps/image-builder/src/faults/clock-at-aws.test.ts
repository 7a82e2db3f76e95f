import { afterEach, describe, expect, it } from '@jest/globals';
import { EcrDirectory } from '../ecr/ecr-directory.ts';
import { testEntry } from '@slipway/deployments/testing';
import { S3Ledger } from '@slipway/deployments';
import { startStrictAws } from '../testing/strict-aws.ts';
import type { StrictAws } from '../testing/strict-aws.ts';

const region = 'us-east-1';
const account = '111122223333';
const entry = testEntry({ container: 'api', sequence: 1 });
let aws: StrictAws;
afterEach(async () => {
  await aws.stop();
});

function settings() {
  const credentials = { accessKeyId: 'FAKE', secretAccessKey: 'fake' };
  return { region, endpoint: aws.url, credentials, forcePathStyle: true };
}

describe.each([
  ['behind', 10],
  ['ahead of', -10],
])('a clock that is 10 minutes %s that of AWS', (_, ahead) => {
  it('is made up for by the SDK: ECR says where the repository is, and gives a token', async () => {
    aws = await startStrictAws(ahead, ({ headers }, response) => {
      const [, action] = String(headers['x-amz-target']).split('.');
      const repositories = [{ registryId: account, repositoryName: 'api', repositoryUri: 'registry.test/api' }];
      const authorizationToken = Buffer.from('AWS:fake').toString('base64');
      const authorizationData = [{ authorizationToken, proxyEndpoint: 'https://registry.test' }];
      const body = action === 'DescribeRepositories' ? { repositories } : { authorizationData };
      response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    });
    const place = await new EcrDirectory(settings()).locate(region, 'api');
    expect(place).toMatchObject({ account, uri: 'registry.test/api', credentials: { password: 'fake' } });
    expect(aws.refused()).toBe(1);
  });

  it('is made up for by the SDK: S3 keeps the ledger entry, once', async () => {
    const kept = new Map<string, string>();
    aws = await startStrictAws(ahead, ({ method, url, body }, response) => {
      if (method === 'PUT') kept.set(url, body);
      response.writeHead(200).end();
    });
    const place = { name: 'dev', account, state: { bucket: 'state', region } };
    const { signal } = new AbortController();
    await new S3Ledger(place, { signal, settings: settings() }).append(entry);
    expect([...kept.keys()]).toEqual([expect.stringContaining('/state/ledger/dev/api/00000001.json')]);
    expect([...kept.values()].map((text) => JSON.parse(text) as unknown)).toEqual([entry]);
    expect(aws.refused()).toBe(1);
  });
});
