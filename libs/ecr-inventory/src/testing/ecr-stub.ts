import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a call of the API is answered with: a body, or an exception by its name. `hang` never answers. */
export type StubAnswer = { readonly body: object } | { readonly exception: string } | 'hang';

export interface EcrStub {
  /** Every call so far: name of the action and its input. */
  readonly calls: readonly { readonly action: string; readonly input: Readonly<Record<string, unknown>> }[];
  readonly url: string;
  stop(): Promise<void>;
}

/** An endpoint that answers as the API reference documents what a test tells it to. */
export async function startEcrStub(
  answerTo: (action: string, input: Readonly<Record<string, unknown>>) => StubAnswer,
): Promise<EcrStub> {
  const calls: { action: string; input: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
      const input = JSON.parse(body) as Record<string, unknown>;
      calls.push({ action, input });
      const answer = answerTo(action, input);
      if (answer === 'hang') return;
      const content = 'body' in answer ? answer.body : { __type: answer.exception, message: 'no' };
      response.writeHead('body' in answer ? 200 : 400, { 'Content-Type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(content));
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    calls,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
