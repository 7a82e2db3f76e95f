import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '@slipway/images';
import { BuildSteps } from '../buildkit/build-steps.ts';
import { copyImage } from '../copy/copy-image.ts';
import type { Credentials, CredentialsOf } from '../credentials/credentials.ts';
import type { BuildRequest, BuiltImage, ImageEngine, LocalImage, PushRequest } from '../engine/image-engine.ts';
import { Failure } from '../failure.ts';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { BUILD_PATHS, buildctlArguments } from './buildctl-arguments.ts';
import { buildctl } from './buildctl.ts';
import type { BuildctlPlace } from './buildctl.ts';
import { withBuildFolder } from './build-folder.ts';
import type { BuildFolder } from './build-folder.ts';
import type { StoredImage } from './image-record.ts';
import { ImageStore } from './image-store.ts';
import { loginsOf } from './logins-of.ts';
import { readBuilt } from './read-built.ts';
import { schemeOf } from './registry-address.ts';
import { resolveImage } from './resolve-image.ts';
import { storedSource } from './stored-source.ts';

export interface BuildKitSettings {
  readonly place: BuildctlPlace;
  /** Folder that keeps what was built. */
  readonly folder: string;
  /** Such as `linux/amd64`. */
  readonly platform: string;
  readonly credentialsOf: CredentialsOf;
}

/**
 * A BuildKit elsewhere, and the images that it built in a folder here, from which they are pushed. No Docker engine takes part.
 * Base images are in registries only: `find` knows none of them, and `pull` asks the registry which image a name means.
 */
export class BuildKitImageEngine implements ImageEngine {
  readonly cacheTargets = ['inline', 'registry'] as const;
  readonly #settings: BuildKitSettings;
  readonly #store: ImageStore;

  constructor(settings: BuildKitSettings) {
    this.#settings = settings;
    this.#store = new ImageStore(settings.folder);
  }

  async find(name: string): Promise<LocalImage | undefined> {
    const image = await this.#store.find(name);
    return image && localImage(image);
  }

  async findByLabel(label: string, value: string): Promise<LocalImage | undefined> {
    const image = (await this.#store.list()).find(({ labels }) => labels[label] === value);
    return image && localImage(image);
  }

  async pull(name: string, signal: AbortSignal): Promise<Pick<LocalImage, 'id'>> {
    return { id: await resolveImage(name, { ...this.#settings, signal }) };
  }

  async build(request: BuildRequest): Promise<BuiltImage> {
    const logins = await loginsOf(request, this.#settings.credentialsOf);
    const layout = await this.#store.newLayout();
    try {
      return await withBuildFolder({ ...request, logins }, (folder) => this.#build(request, folder, layout));
    } finally {
      await rm(layout, { recursive: true, force: true });
    }
  }

  async tag(id: Digest, name: string): Promise<void> {
    await this.#store.tag(id, name);
  }

  async push({ uri, tag, credentials, onLine, signal }: PushRequest): Promise<Digest> {
    const image = await this.#store.find(`${uri}:${tag}`);
    if (image === undefined) throw notHere(`${uri}:${tag}`);
    const { digest } = await copyImage({
      from: storedSource(this.#store, image),
      to: openRegistry(uri, credentials, signal),
      digest: image.manifest.digest,
      tags: [tag],
      progress: { during: (_, work) => work(onLine), warn: onLine },
      signal,
    });
    return digest;
  }

  async #build(request: BuildRequest, folder: BuildFolder, output: string): Promise<BuiltImage> {
    const { place, platform } = this.#settings;
    const steps = new BuildSteps();
    await buildctl(place, {
      ...request,
      steps,
      args: buildctlArguments({ request, platform, secrets: folder.secrets, output }),
      folder: folder.path,
      dockerConfig: folder.dockerConfig,
    });
    const image = await readBuilt(join(folder.path, BUILD_PATHS.metadata), this.#store);
    await this.#store.put(image);
    await this.#store.tag(image.id, request.name);
    return { id: image.id, steps: steps.count, cachedSteps: steps.cachedCount };
  }
}

function localImage({ id, labels, bytes }: StoredImage): LocalImage {
  return { id, labels, bytes };
}

function openRegistry(uri: string, credentials: Credentials, signal: AbortSignal): HttpImageRegistry {
  const scheme = schemeOf(uri.split('/')[0] ?? uri);
  return new HttpImageRegistry({ uri, scheme, credentials, account: '', region: '' }, { signal });
}

function notHere(name: string): Failure {
  const fix = "build it again: 'npx image-builder build'";
  return new Failure({ code: 'push-failed', message: `there is no image '${name}' here to push`, fix });
}
