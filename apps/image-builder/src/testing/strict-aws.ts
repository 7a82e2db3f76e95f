import type { ServerResponse } from 'node:http';
import { serve } from './serve.ts';
import type { SeenRequest } from './serve.ts';

export interface StrictAws {
  /** For an SDK client's `endpoint`. */
  readonly url: string;
  /** How many requests were refused for their time. */
  readonly refused: () => number;
  readonly stop: () => Promise<void>;
}

/** In minutes (IAM user guide, "AWS Signature Version 4 for API requests": a request has to arrive within five of its time stamp). */
const ALLOWED = 5;
const MINUTE = 60_000;

/**
 * AWS with a clock of its own: it refuses what is signed for another time, as ECR and S3 do (S3 API reference, error responses:
 * 403 `RequestTimeTooSkewed`), and leaves the rest to the answer.
 * @param ahead how far its clock is ahead of this machine's, in minutes
 */
export async function startStrictAws(
  ahead: number,
  answer: (request: SeenRequest, response: ServerResponse) => void,
): Promise<StrictAws> {
  let refused = 0;
  const { host, stop } = await serve((request, response) => {
    const now = Date.now() + ahead * MINUTE;
    response.setHeader('Date', new Date(now).toUTCString());
    if (Math.abs(signedAt(request) - now) <= ALLOWED * MINUTE) {
      answer(request, response);
      return;
    }
    refused += 1;
    refuse(request, response);
  });
  return { url: `http://${host}`, refused: () => refused, stop };
}

/** `20260302T000000Z` (IAM user guide, `x-amz-date`). */
function signedAt({ headers }: SeenRequest): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(headers['x-amz-date'])) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function refuse({ headers }: SeenRequest, response: ServerResponse): void {
  if (headers['x-amz-target'] === undefined) {
    const message = 'The difference between the request time and the current time is too large.';
    const text = `<Error><Code>RequestTimeTooSkewed</Code><Message>${message}</Message></Error>`;
    response.writeHead(403, { 'Content-Type': 'application/xml' }).end(text);
    return;
  }
  const type = 'application/x-amz-json-1.1';
  const body = { __type: 'InvalidSignatureException', message: 'Signature expired' };
  response.writeHead(400, { 'Content-Type': type }).end(JSON.stringify(body));
}
