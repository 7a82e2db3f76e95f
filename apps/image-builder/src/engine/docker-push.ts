import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import type Docker from 'dockerode';
import { engineEvents } from '../buildkit/engine-events.ts';
import type { EngineEvent } from '../buildkit/engine-event.ts';
import { Failure } from '../failure.ts';
import { interrupted } from '@slipway/cli';
import type { PushRequest } from './image-engine.ts';
import { pushFailure } from './push-failure.ts';

/** Pushes `uri:tag`. The engine reports failures inside the stream, so only a digest is success. */
export async function dockerPush(docker: Docker, request: PushRequest): Promise<Digest> {
  const { uri, tag, credentials, signal } = request;
  const authconfig = { ...credentials, serveraddress: uri.split('/')[0] ?? uri };
  try {
    const stream = await docker.getImage(uri).push({ tag, authconfig, abortSignal: signal });
    return await follow(engineEvents(stream as AsyncIterable<Uint8Array>), request);
  } catch (error) {
    if (signal.aborted) throw interrupted(error);
    throw pushFailure(error, `${uri}:${tag}`);
  }
}

async function follow(events: AsyncIterable<EngineEvent>, { uri, tag, onLine }: PushRequest): Promise<Digest> {
  let digest: Digest | undefined;
  for await (const { id, status, aux } of events) {
    if (status === 'Pushed' || status === 'Layer already exists') onLine(`${status.toLowerCase()}: ${id ?? ''}`);
    if (typeof aux === 'object' && isDigest(aux['Digest'])) digest = aux['Digest'];
  }
  if (digest !== undefined) return digest;
  throw new Failure({
    code: 'push-unproven',
    message: `the engine ended the push of '${uri}:${tag}' without a digest`,
    fix: 'push again: what arrived is not sent twice',
  });
}
