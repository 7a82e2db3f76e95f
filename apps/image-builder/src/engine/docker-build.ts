import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import type Docker from 'dockerode';
import { buildFailure } from '../buildkit/build-failure.ts';
import { BuildSteps } from '../buildkit/build-steps.ts';
import { decodeTrace } from '../buildkit/decode-trace.ts';
import { EngineError, engineEvents } from '../buildkit/engine-events.ts';
import type { EngineEvent } from '../buildkit/engine-event.ts';
import { BrokenStream } from '../buildkit/json-lines.ts';
import { openSession } from '../buildkit/open-session.ts';
import type { CredentialsOf } from '../credentials/credentials.ts';
import { interrupted, isFailure } from '@slipway/cli';
import { engineFailed } from './ask-engine.ts';
import type { BuildRequest, BuiltImage } from './image-engine.ts';
import { sendContext } from './send-context.ts';

/** Builds an image with BuildKit. The engine reports failures inside a stream that looks well, so only an image id is success. */
export async function dockerBuild(
  docker: Docker,
  request: BuildRequest,
  credentialsOf: CredentialsOf,
): Promise<BuiltImage> {
  const { secrets, cache } = request;
  const session = await openSession(docker, {
    secrets,
    credentialsOf: async (host) => cache?.logins?.get(host) ?? credentialsOf(host),
  });
  const steps = new BuildSteps();
  const context = sendContext(request);
  try {
    const stream = await docker.buildImage(context, buildOptions(request, session.id));
    const id = await follow(engineEvents(stream as AsyncIterable<Uint8Array>), steps, request);
    return { id, steps: steps.count, cachedSteps: steps.cachedCount };
  } catch (error) {
    if (request.signal.aborted) throw interrupted(error);
    // The engine only sees that the context ends too early: why is known here.
    if (isFailure(context.errored)) throw context.errored;
    if (error instanceof BrokenStream)
      throw engineFailed(`the engine's report on '${request.name}' is not whole: ${error.message}`, error);
    if (!(error instanceof EngineError)) throw error;
    throw buildFailure({ name: request.name, error: error.message, step: steps.failed });
  } finally {
    context.destroy();
    session.close();
  }
}

function buildOptions(request: BuildRequest, session: string): Docker.ImageBuildOptions {
  const options = {
    t: request.name,
    dockerfile: 'Dockerfile',
    networkmode: 'host',
    nocache: request.noCache ?? false,
    buildargs: { ...request.args, ...inlineCache(request) },
    cachefrom: [...(request.cache?.from ?? [])],
    labels: { ...request.labels },
    abortSignal: request.signal,
    session,
    // As a number: for the string "2" dockerode opens a session of its own, which has no secrets.
    version: 2,
  };
  return options as unknown as Docker.ImageBuildOptions;
}

/** Writes the steps of the last stage into the image (docs.docker.com, "Inline cache"). */
function inlineCache({ cache }: BuildRequest): Record<string, string> {
  return cache?.to?.type === 'inline' ? { BUILDKIT_INLINE_CACHE: '1' } : {};
}

async function follow(
  events: AsyncIterable<EngineEvent>,
  steps: BuildSteps,
  { onEvent }: BuildRequest,
): Promise<Digest> {
  let id: Digest | undefined;
  for await (const event of events) {
    if (event.id === 'moby.buildkit.trace' && typeof event.aux === 'string') {
      for (const news of steps.take(decodeTrace(event.aux))) onEvent(news);
    }
    id = imageId(event) ?? id;
  }
  if (id === undefined) throw new BrokenStream('it ends without an image id');
  return id;
}

function imageId({ id, aux }: EngineEvent): Digest | undefined {
  if (id !== 'moby.image.id' || typeof aux !== 'object') return undefined;
  return isDigest(aux['ID']) ? aux['ID'] : undefined;
}
