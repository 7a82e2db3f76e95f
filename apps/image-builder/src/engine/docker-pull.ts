import { parseImageRef } from '@slipway/images';
import type Docker from 'dockerode';
import { engineEvents } from '../buildkit/engine-events.ts';
import type { CredentialsOf } from '../credentials/credentials.ts';
import { Failure } from '../failure.ts';
import { errorMessage, interrupted } from '@slipway/cli';

export interface PullRequest {
  readonly name: string;
  readonly signal: AbortSignal;
  readonly credentialsOf: CredentialsOf;
}

/** Pulls an image, by the login that Docker's own configuration holds for its registry. */
export async function dockerPull(docker: Docker, { name, signal, credentialsOf }: PullRequest): Promise<void> {
  const { registry, tag, digest } = parseImageRef(name);
  // Without a tag the engine would pull all tags of the repository.
  const fromImage = tag === undefined && digest === undefined ? `${name}:latest` : name;
  const authconfig = await credentialsOf(registry ?? 'docker.io');
  try {
    const stream = await docker.createImage(authconfig ?? {}, { fromImage, abortSignal: signal });
    await readAll(engineEvents(stream as AsyncIterable<Uint8Array>));
  } catch (cause) {
    if (signal.aborted) throw interrupted(cause);
    throw new Failure({
      code: 'base-image-missing',
      message: `the base image '${name}' is not here and can't be pulled: ${errorMessage(cause)}`,
      fix: "set SLIPWAY_BUILD_BASE and SLIPWAY_RUNTIME_BASE to images that can be had here; 'npx local-cloud up --engine' makes them",
      cause,
    });
  }
}

/** A failure stands in the stream, so it is read to its end. */
async function readAll(events: AsyncIterable<unknown>): Promise<void> {
  const iterator = events[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
}
