import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gitHubComments } from './github-comments.ts';
import type { PullRequest } from './github-comments.ts';

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  readonly body: string;
}

let server: Server;
let asked: Asked[] = [];
let answer: (request: Asked, response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const question = { method, url, authorization: headers.authorization ?? '', body };
      asked.push(question);
      answer(question, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  return Buffer.concat((await request.toArray()) as Buffer[]).toString();
}

function pullRequest(): PullRequest {
  const { port } = server.address() as AddressInfo;
  return { api: `http://127.0.0.1:${port}`, repository: 'acme/slipway', number: 7, token: 'FAKE-TOKEN' };
}

/** Paths, bodies and status codes are those of GitHub's documentation, "REST API endpoints for issue comments". */
describe('gitHubComments', () => {
  it('reads all pages', async () => {
    const comment = (id: number) => ({ id, body: `comment ${id}`, user: { login: 'somebody' } });
    answer = ({ url }, response) => {
      const first = url.endsWith('&page=1');
      const ids = first ? Array.from({ length: 100 }, (_, index) => index) : [100];
      response.end(JSON.stringify(ids.map(comment)));
    };
    const comments = await gitHubComments(pullRequest()).list();
    expect(comments).toHaveLength(101);
    expect(comments[100]).toEqual({ id: 100, body: 'comment 100', author: 'somebody' });
    expect(asked.map(({ url }) => url)).toEqual([
      '/repos/acme/slipway/issues/7/comments?per_page=100&page=1',
      '/repos/acme/slipway/issues/7/comments?per_page=100&page=2',
    ]);
  });

  it('knows a comment of nobody, whose account is gone', async () => {
    answer = (_, response) => response.end(JSON.stringify([{ id: 1, user: null }]));
    expect(await gitHubComments(pullRequest()).list()).toEqual([{ id: 1, body: '', author: '' }]);
  });

  it('creates and changes a comment', async () => {
    answer = (_, response) => response.writeHead(201).end('{}');
    const comments = gitHubComments(pullRequest());
    await comments.create('one');
    await comments.update(42, 'two');
    expect(asked).toEqual([
      {
        method: 'POST',
        url: '/repos/acme/slipway/issues/7/comments',
        authorization: 'Bearer FAKE-TOKEN',
        body: '{"body":"one"}',
      },
      {
        method: 'PATCH',
        url: '/repos/acme/slipway/issues/comments/42',
        authorization: 'Bearer FAKE-TOKEN',
        body: '{"body":"two"}',
      },
    ]);
  });

  it('says what is missing when it is refused, and never the token', async () => {
    answer = (_, response) => response.writeHead(403).end('{"message":"Resource not accessible by integration"}');
    const failure = gitHubComments(pullRequest()).create('one');
    await expect(failure).rejects.toThrow(/403 to POST .*not accessible by integration[\s\S]*pull-requests: write/);
    await expect(failure).rejects.not.toThrow('FAKE-TOKEN');
  });
});
