import { parseDigest, parseImageRef } from '@slipway/images';
import type { Digest } from '@slipway/images';
import Docker from 'dockerode';
import type { CredentialsOf } from '../credentials/credentials.ts';
import { askEngine, engineFailed, unless } from './ask-engine.ts';
import { dockerBuild } from './docker-build.ts';
import { dockerPull } from './docker-pull.ts';
import { dockerPush } from './docker-push.ts';
import type { BuildRequest, BuiltImage, ImageEngine, LocalImage, PushRequest } from './image-engine.ts';

const NOT_FOUND = 404;

/** A Docker engine: that of `engineEndpoint`, or else the one at DOCKER_HOST, or at its usual socket. */
export class DockerImageEngine implements ImageEngine {
  readonly cacheTargets = ['inline'] as const;
  readonly #docker: Docker;
  readonly #credentialsOf: CredentialsOf;
  readonly #address: string;

  constructor(credentialsOf: CredentialsOf, address: string, options: Docker.DockerOptions = {}) {
    this.#docker = new Docker(options);
    this.#credentialsOf = credentialsOf;
    this.#address = address;
  }

  async find(name: string): Promise<LocalImage | undefined> {
    return this.#ask(
      async () => {
        const { Id, Size, Config } = await this.#docker.getImage(name).inspect();
        return localImage({ Id, Size, Labels: Config.Labels });
      },
      unless([NOT_FOUND], undefined),
    );
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

  #ask<T, U = never>(work: () => Promise<T>, otherwise?: (error: unknown) => U): Promise<T | U> {
    return askEngine(this.#address, work, otherwise);
  }
}

function localImage(image: { Id: string; Size: number; Labels: Record<string, string> | null }): LocalImage {
  return { id: parseDigest(image.Id), labels: image.Labels ?? {}, bytes: image.Size };
}
