import { parseImageRef } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { buildFailure } from '../buildkit/build-failure.ts';
import { Failure } from '../failure.ts';
import { dockerfileLines } from '../inputs/dockerfile-lines.ts';
import { interrupted } from '@slipway/cli';
import { memoryConfig } from '../registry/memory-image-registry.ts';
import type { MemoryImageRegistry } from '../registry/memory-image-registry.ts';
import type { BuildRequest, BuiltImage, ImageEngine, LocalImage, PushRequest } from './image-engine.ts';
import { sha256 } from '../sha256.ts';

/** An engine for tests. It knows `FROM` and `COPY`, and pushes to the registries it is given by their address. */
export class MemoryImageEngine implements ImageEngine {
  cacheTargets: ImageEngine['cacheTargets'] = ['inline'];
  readonly builds: BuildRequest[] = [];
  readonly pushes: string[] = [];
  readonly #images = new Map<string, LocalImage>();
  readonly #names = new Map<string, Digest>();
  readonly #configs = new Map<Digest, string>();
  readonly #registries: ReadonlyMap<string, MemoryImageRegistry>;

  constructor(registries: ReadonlyMap<string, MemoryImageRegistry>) {
    this.#registries = registries;
  }

  find(name: string): Promise<LocalImage | undefined> {
    return Promise.resolve(this.#images.get(this.#names.get(name) ?? name));
  }

  findByLabel(label: string, value: string): Promise<LocalImage | undefined> {
    return Promise.resolve([...this.#images.values()].reverse().find(({ labels }) => labels[label] === value));
  }

  async pull(name: string): Promise<LocalImage> {
    const found = await this.find(name);
    if (found !== undefined) return found;
    throw new Failure({ code: 'base-image-missing', message: `'${name}' can't be pulled`, fix: 'hold it' });
  }

  build(request: BuildRequest): Promise<BuiltImage> {
    if (request.signal.aborted) return Promise.reject(interrupted());
    const missing = copied(request).find((path) => !request.context.entries.some((entry) => entry.path === path));
    if (missing !== undefined) return Promise.reject(notFound(request.name, missing));
    this.builds.push(request);
    const image = this.hold(request.name, request.labels, JSON.stringify([request.context.entries, request.args]));
    request.onEvent({ kind: 'done', step: 'COPY', milliseconds: 1 });
    return Promise.resolve({ id: image.id, steps: 1, cachedSteps: 0 });
  }

  tag(id: Digest, name: string): Promise<void> {
    this.#names.set(name, id);
    return Promise.resolve();
  }

  push({ uri, tag }: PushRequest): Promise<Digest> {
    const registry = this.#registries.get(uri);
    const id = this.#names.get(`${uri}:${tag}`);
    const image = id && this.#images.get(id);
    if (registry === undefined || image === undefined) {
      return Promise.reject(
        new Failure({ code: 'push-failed', message: `'${uri}:${tag}' can't be pushed`, fix: 'tag it' }),
      );
    }
    this.pushes.push(parseImageRef(`${uri}:${tag}`).tag ?? '');
    return Promise.resolve(
      registry.put(tag, { imageId: image.id, labels: image.labels, config: this.#configs.get(image.id) ?? '' }),
    );
  }

  /** Puts an image into the engine, as a pull or an earlier build did. */
  hold(name: string, labels: LocalImage['labels'], content = name): LocalImage {
    const config = memoryConfig(labels, content);
    const id = sha256(config);
    const image = { id, labels, bytes: content.length };
    this.#configs.set(id, config);
    this.#images.set(id, image);
    this.#names.set(name, id);
    return image;
  }
}

function copied({ context }: BuildRequest): string[] {
  const copies = dockerfileLines(context.dockerfile).filter(({ name }) => name === 'COPY');
  return copies.flatMap(({ rest }) => rest.split(' ').slice(0, -1));
}

function notFound(name: string, path: string): Failure {
  const error = `"${path}": not found`;
  return buildFailure({ name, error, step: { name: `COPY ${path}`, error, lastLines: [] } });
}
