import { once } from 'node:events';
import { Agent, request as send } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

export interface Forwarding {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: { readonly host: string; readonly port: number } | { readonly socketPath: string };
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Headers to add to the answer. */
  readonly answerHeaders?: OutgoingHttpHeaders;
}

// Between two hops, not between the ends (RFC 9110, section 7.6.1); Node has answered `expect` itself.
const hopByHop = ['connection', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'upgrade', 'expect'];
const agent = new Agent({ keepAlive: true });

/** Passes a request on and its answer back, both as streams. Fails when the target can't be reached or a side hangs up. */
export async function forward({ request, response, ...options }: Forwarding): Promise<void> {
  const headers = endToEnd(options.headers);
  const outgoing = send({ ...options.target, agent, path: options.path, method: request.method, headers });
  const answered = once(outgoing, 'response');
  // Without a listener of its own a late failure of the connection would end the process.
  outgoing.on('error', () => outgoing.destroy());
  // Whatever ends the sending early also ends `outgoing`, which `answered` then reports.
  pipeline(request, outgoing).catch(() => outgoing.destroy());
  const [answer] = (await answered) as [IncomingMessage];
  response.writeHead(answer.statusCode ?? 502, { ...endToEnd(answer.headers), ...options.answerHeaders });
  await pipeline(answer, response);
}

function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => value !== undefined && !hopByHop.includes(name)),
  );
}
