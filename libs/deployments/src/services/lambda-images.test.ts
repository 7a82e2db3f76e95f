import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { LambdaImages } from './lambda-images.ts';

const before = { ...process.env };
let server: Server;

/** Lambda's REST API, by the path and query of a request. */
async function answering(answerTo: (url: URL) => [number, object]): Promise<void> {
  server = createServer((request, response) => {
    const [status, body] = answerTo(new URL(request.url ?? '', 'http://lambda.test'));
    const errors = status === 200 ? {} : { 'x-amzn-errortype': (body as { type: string }).type };
    response.writeHead(status, { 'Content-Type': 'application/json', ...errors }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'FAKE',
    AWS_SECRET_ACCESS_KEY: 'fake',
  });
}
afterEach(async () => {
  process.env = { ...before };
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const digest = `sha256:${'a'.repeat(64)}`;
const list = () => new LambdaImages(['us-east-1'], new AbortController().signal).list();
const arn = (name: string) => `arn:aws:lambda:us-east-1:111111111111:function:${name}`;

it('finds the images of every version of every function, by tag and by the digest that was resolved', async () => {
  const asked: string[] = [];
  await answering(({ pathname, searchParams }) => {
    const name = decodeURIComponent(pathname).split('/functions/')[1] ?? '';
    asked.push(name === '' ? searchParams.toString() : name);
    if (name !== '') return [200, { Code: { ImageUri: 'host/api:v1', ResolvedImageUri: `host/api@${digest}` } }];
    if (searchParams.get('Marker') === null) {
      const zip = { FunctionArn: arn('zip'), PackageType: 'Zip' };
      return [200, { Functions: [zip, { FunctionArn: arn('api:$LATEST'), PackageType: 'Image' }], NextMarker: 'more' }];
    }
    return [200, { Functions: [{ FunctionArn: arn('api:1'), PackageType: 'Image' }] }];
  });
  expect(await list()).toEqual(
    [1, 2].flatMap(() => [
      { source: 'lambda', reference: 'host/api:v1' },
      { source: 'lambda', reference: `host/api@${digest}` },
    ]),
  );
  expect(asked).toEqual(['FunctionVersion=ALL', 'FunctionVersion=ALL&Marker=more', arn('api:$LATEST'), arn('api:1')]);
});

it('goes on without a function that was deleted since it was listed', async () => {
  await answering(({ pathname }) =>
    pathname.endsWith('/functions/') || pathname.endsWith('/functions')
      ? [200, { Functions: [{ FunctionArn: arn('api:1'), PackageType: 'Image' }] }]
      : [404, { type: 'ResourceNotFoundException', Message: 'Function not found' }],
  );
  expect(await list()).toEqual([]);
});

it('fails when Lambda refuses', async () => {
  await answering(() => [403, { type: 'AccessDeniedException', Message: 'no' }]);
  await expect(list()).rejects.toMatchObject({
    code: 'aws-failed',
    message: expect.stringMatching(/AWS Lambda in us-east-1 .*AccessDeniedException/) as unknown,
    fix: expect.stringContaining('a role that may list') as unknown,
  });
});
