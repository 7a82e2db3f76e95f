import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export interface JsonAnswer {
  /** @default 200 */
  readonly status?: number;
  /** @default application/json */
  readonly contentType?: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** Ends a response with a JSON body. */
export function sendJson(response: ServerResponse, body: object, answer: JsonAnswer = {}): void {
  const bytes = Buffer.from(JSON.stringify(body));
  const contentType = answer.contentType ?? 'application/json';
  response.writeHead(answer.status ?? 200, {
    ...answer.headers,
    'content-type': contentType,
    'content-length': bytes.length,
  });
  response.end(bytes);
}
