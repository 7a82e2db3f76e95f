import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawRequest {
  readonly endpoint: string;
  /** Sent as it is: `fetch` would tidy `..` and encoded characters away. */
  readonly path: string;
  readonly authorization: string;
}

/** A GET of exactly this path. */
export async function rawRequest({
  endpoint,
  path,
  authorization,
}: RawRequest): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(endpoint);
  const question = request({ host: hostname, port, path, headers: { authorization } });
  question.end();
  const [answer] = (await once(question, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, body: await text(answer) };
}
