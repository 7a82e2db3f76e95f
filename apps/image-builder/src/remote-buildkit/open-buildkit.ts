import { join } from 'node:path';
import type { CredentialsOf } from '../credentials/credentials.ts';
import type { EngineEndpoint } from '../engine/engine-endpoint.ts';
import type { AskBuildKit } from '../doctor/ports/buildkit-facts.ts';
import type { World } from '../world.ts';
import { askWorkers } from './ask-workers.ts';
import type { BuildctlPlace } from './buildctl.ts';
import { BuildKitImageEngine } from './buildkit-image-engine.ts';
import { BuildKitLocalStorage } from './buildkit-local-storage.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface BuildKitMachine {
  readonly workspace: string;
  readonly credentialsOf: CredentialsOf;
  /** The Docker engine, for a BuildKit that runs in a container of it. */
  readonly docker: EngineEndpoint;
}

export interface OpenedBuildKit extends Pick<World, 'engine' | 'localStorage'> {
  /** For the doctor. */
  readonly ask: AskBuildKit;
}

/** Where the images that a BuildKit elsewhere built are kept, from the workspace root; git ignores it. */
const IMAGES = join('.slipway', 'images');

/** The BuildKit that BUILDKIT_HOST names, with its images here; undefined when it names none. */
export function openBuildKit(
  env: Environment,
  { workspace, credentialsOf, docker }: BuildKitMachine,
): OpenedBuildKit | undefined {
  const { BUILDKIT_HOST: address, SLIPWAY_BUILDKIT_TLS_DIR: tlsFolder, DOCKER_DEFAULT_PLATFORM: platform = '' } = env;
  if (!address) return undefined;
  const folder = join(workspace, IMAGES);
  const place = { address, ...(tlsFolder ? { tlsFolder } : {}), ...inContainer(address, docker) };
  const target = platform === '' ? machinePlatform(process.arch) : platform;
  return {
    engine: new BuildKitImageEngine({ place, folder, platform: target, credentialsOf }),
    localStorage: new BuildKitLocalStorage(folder),
    ask: askWorkers(place, target),
  };
}

/** `buildctl` asks the docker command, which can't read its own context where a build has a configuration of its own. */
function inContainer(address: string, { address: host, options }: EngineEndpoint): Pick<BuildctlPlace, 'environment'> {
  const isPlain = options.agent === undefined;
  return address.startsWith('docker-container:') && isPlain ? { environment: { DOCKER_HOST: host } } : {};
}

/** What a Docker engine on this machine would build for: images are made for Linux everywhere. */
export function machinePlatform(arch: string): string {
  return `linux/${GO_NAMES.get(arch) ?? arch}`;
}

/** Node's names of architectures that Docker calls otherwise. */
const GO_NAMES = new Map([
  ['x64', 'amd64'],
  ['ia32', '386'],
  ['ppc64', 'ppc64le'],
]);
