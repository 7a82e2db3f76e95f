import { parseDigest, parseImageRef } from '@slipway/images';
import type { Digest } from '@slipway/images';
import Docker from 'dockerode';
import type { CredentialsOf } from '../credentials/credentials.ts';
import { Failure } from '../failure.ts';
import { dockerBuild } from './docker-build.ts';
import { dockerPull } from './docker-pull.ts';
import { dockerPush } from './docker-push.ts';
import { engineUnreachable } from './engine-unreachable.ts';
import type { BuildRequest, BuiltImage, ImageEngine, LocalImage, PushRequest } from './image-engine.ts';
import { errorMessage } from '@slipway/cli';

/** The Docker engine at DOCKER_HOST, or at its usual socket. */
export class DockerImageEngine implements ImageEngine {
  readonly #docker = new Docker();
  readonly #credentialsOf: CredentialsOf;
  readonly #address: string;

  constructor(credentialsOf: CredentialsOf, address: string) {
    this.#credentialsOf = credentialsOf;
    this.#address = address;
  }

  async find(name: string): Promise<LocalImage | undefined> {
    return this.#ask(async () => {
      const { Id, Size, Config } = await this.#docker.getImage(name).inspect();
      return localImage({ Id, Size, Labels: Config.Labels });
    }, unlessMissing);
  }

  async findByLabel(label: string, value: string): Promise<LocalImage | undefined> {
    return this.#ask(async () => {
      const images = await this.#docker.listImages({ filters: { label: [`${label}=${value}`] } });
      const newest = images.sort((a, b) => b.Created - a.Created)[0];
      return newest && localImage(newest);
    });
  }

  async pull(name: string, signal: AbortSignal): Promise<LocalImage> {
    await this.#ask(() => dockerPull(this.#docker, { name, signal, credentialsOf: this.#credentialsOf }));
    const pulled = await this.find(name);
    if (pulled !== undefined) return pulled;
    throw engineFailed(`the engine pulled '${name}' and doesn't have it`);
  }

  async build(request: BuildRequest): Promise<BuiltImage> {
    return this.#ask(() => dockerBuild(this.#docker, request, this.#credentialsOf));
  }

  async tag(id: Digest, name: string): Promise<void> {
    const { tag } = parseImageRef(name);
    const repo = tag === undefined ? name : name.slice(0, -tag.length - 1);
    await this.#ask(() => this.#docker.getImage(id).tag({ repo, tag: tag ?? 'latest' }));
  }

  async push(request: PushRequest): Promise<Digest> {
    return this.#ask(() => dockerPush(this.#docker, request));
  }

  async #ask<T, U = never>(work: () => Promise<T>, otherwise: (error: unknown) => U = rethrow): Promise<T | U> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Failure) throw error;
      const unreachable = engineUnreachable(error, this.#address);
      if (unreachable !== undefined) throw unreachable;
      return otherwise(error);
    }
  }
}

function localImage(image: { Id: string; Size: number; Labels: Record<string, string> | null }): LocalImage {
  return { id: parseDigest(image.Id), labels: image.Labels ?? {}, bytes: image.Size };
}

function unlessMissing(error: unknown): undefined {
  const isMissing = typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 404;
  if (isMissing) return undefined;
  return rethrow(error);
}

function rethrow(error: unknown): never {
  throw engineFailed(`the Docker engine refused: ${errorMessage(error)}`, error);
}

function engineFailed(message: string, cause?: unknown): Failure {
  return new Failure({ code: 'engine-failed', message, fix: "look at the engine's log", cause });
}
