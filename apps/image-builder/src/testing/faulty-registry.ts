import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** Where in a push or copy a fault happens. */
export type FaultyStep =
  /** The request that opens an upload. */
  | 'upload start'
  /** The request with the content, before it is whole. */
  | 'chunk'
  /** The same request, when the registry has everything and its answer is on the way. */
  | 'commit'
  /** A manifest stored under its digest. */
  | 'manifest'
  | 'tag'
  /** A blob read. */
  | 'read'
  /** The same, when a part of its content has been sent: the connection is cut there, whatever the kind. */
  | 'content';

/** An answer with this status, a connection that is cut, or no answer until the next fault is injected, and then a cut. */
export type FaultKind = 401 | 429 | 500 | 503 | 'reset' | 'stall';

export interface Fault {
  readonly step: FaultyStep;
  readonly kind: FaultKind;
  /** How often, one request after the other. @default 1 */
  readonly times?: number;
}

export interface FaultyRegistry {
  /** Host and port, in place of the registry's own. */
  readonly host: string;
  /** What comes next at a step. */
  inject(fault: Fault): void;
  /** Faults that happened since the last `inject`. */
  readonly happened: number;
  /** Waits until a request is stalled. */
  reached(): Promise<void>;
  stop(): Promise<void>;
}

/** Stands before a registry and spoils what it is told to; everything else passes. */
export async function startFaultyRegistry(target: string): Promise<FaultyRegistry> {
  let fault: Fault | undefined;
  let happened = 0;
  let tell: () => void = () => undefined;
  const stalled = new Set<IncomingMessage>();
  const server = createServer((request, response) => {
    const hit = fault !== undefined && isAt(fault.step, request) && happened < (fault.times ?? 1) ? fault : undefined;
    if (hit !== undefined) happened += 1;
    const work =
      hit === undefined ? pass(request, response, target) : spoil(hit, { request, response, target, stalled });
    if (hit?.kind === 'stall') void work.then(tell);
    // A cut connection fails on this side too: that is what is wanted.
    work.catch(() => request.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    inject: (next) => {
      fault = next;
      happened = 0;
      for (const request of stalled) request.socket.destroy();
      stalled.clear();
    },
    reached: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
    get happened() {
      return happened;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function isAt(step: FaultyStep, { method, url = '' }: IncomingMessage): boolean {
  switch (step) {
    case 'upload start':
      return method === 'POST' && url.endsWith('/blobs/uploads/');
    case 'chunk':
      // The engine sends the content apart from the commit.
      return (method === 'PUT' || method === 'PATCH') && url.includes('/blobs/uploads/');
    case 'commit':
      return method === 'PUT' && url.includes('/blobs/uploads/');
    case 'manifest':
      return method === 'PUT' && url.includes('/manifests/sha256:');
    case 'tag':
      return method === 'PUT' && /\/manifests\/(?!sha256)/.test(url);
    case 'read':
    case 'content':
      return method === 'GET' && url.includes('/blobs/sha256:');
  }
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: string;
  /** Requests that get no answer. */
  readonly stalled: Set<IncomingMessage>;
}

async function spoil({ step, kind }: Fault, { request, response, target, stalled }: Exchange): Promise<void> {
  if (step === 'content') return cutContent(request, response, target);
  if (step === 'commit') await arrive(request, target);
  else if (step === 'chunk') await once(request, 'data');
  if (kind === 'stall') {
    stalled.add(request);
    return;
  }
  if (kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const retry = kind === 429 ? { 'Retry-After': '0' } : {};
  response.writeHead(kind, { 'Content-Type': 'application/json', Connection: 'close', ...retry });
  response.end(JSON.stringify({ errors: [{ code: 'TEST', message: `fault at ${step}` }] }));
}

async function cutContent(request: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
  const answer = await forward(request, target);
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  const [piece] = (await once(answer, 'data')) as [Buffer];
  answer.destroy();
  response.write(piece.subarray(0, piece.length / 2), () => response.destroy());
}

/** The registry gets the request, and its answer is thrown away. */
async function arrive(request: IncomingMessage, target: string): Promise<void> {
  const answer = await forward(request, target);
  answer.resume();
  await once(answer, 'end');
}

async function pass(request: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
  const answer = await forward(request, target);
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}

/** The host header stays, so the addresses in the registry's answers lead here. */
async function forward(request: IncomingMessage, target: string): Promise<IncomingMessage> {
  const { method, url, headers } = request;
  const outgoing = send(`http://${target}${url ?? ''}`, { method, headers });
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  pipeline(request, outgoing).catch(() => outgoing.destroy());
  return (await answered)[0];
}
