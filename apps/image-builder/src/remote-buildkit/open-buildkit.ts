import { join } from 'node:path';
import type { CredentialsOf } from '../credentials/credentials.ts';
import { BuildKitImageEngine } from './buildkit-image-engine.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the images that a BuildKit elsewhere built are kept, from the workspace root; git ignores it. */
const IMAGES = join('.slipway', 'images');

/** The BuildKit that BUILDKIT_HOST names; undefined when it names none. */
export function openBuildKit(
  env: Environment,
  { workspace, credentialsOf }: { readonly workspace: string; readonly credentialsOf: CredentialsOf },
): BuildKitImageEngine | undefined {
  const { BUILDKIT_HOST: address, SLIPWAY_BUILDKIT_TLS_DIR: tlsFolder, DOCKER_DEFAULT_PLATFORM: platform } = env;
  if (!address) return undefined;
  return new BuildKitImageEngine({
    place: { address, ...(tlsFolder ? { tlsFolder } : {}) },
    folder: join(workspace, IMAGES),
    platform: platform ? platform : machinePlatform(process.arch),
    credentialsOf,
  });
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
