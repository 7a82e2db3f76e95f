import { aptInstall } from '../../machine/apt-install.ts';
import { findExecutable } from '../../machine/find-executable.ts';
import { docker } from '../docker.ts';
import type { Docker } from '../docker.ts';
import { baseImages } from './base-image.ts';
import type { BaseImage } from './base-image.ts';
import { baseKey } from './base-key.ts';
import { makeBase } from './make-base.ts';

export interface EnsureBasesOptions {
  readonly engine: Docker;
  /** What came out the last time. */
  readonly known?: 'public' | 'local' | undefined;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** What Dockerfiles name when they're told nothing else. */
const publicBase = 'python:3.11-slim-bookworm';
const keyLabel = 'io.slipway.base';

/** Makes sure that images can be built: from the public base image, or from ours where that one can't be pulled. @throws CloudError. */
export async function ensureBases(options: EnsureBasesOptions): Promise<'public' | 'local'> {
  if ((options.known ?? 'public') === 'public' && (await pulls(options))) return 'public';
  for (const image of Object.values(baseImages)) await ensure(image, options);
  return 'local';
}

async function pulls({ engine, signal, say }: EnsureBasesOptions): Promise<boolean> {
  if ((await docker(engine, ['image', 'inspect', publicBase], { signal })).succeeded) return true;
  say(`pulling ${publicBase}`);
  return (await docker(engine, ['pull', '--quiet', publicBase], { signal, within: 60 })).succeeded;
}

async function ensure(image: BaseImage, { engine, folder, signal, say }: EnsureBasesOptions): Promise<void> {
  const key = await baseKey(image);
  const format = `{{index .Config.Labels "${keyLabel}"}}`;
  const found = await docker(engine, ['image', 'inspect', '--format', format, image.name], { signal });
  if (found.succeeded && found.output === key) return;
  if (findExecutable('mmdebstrap') === undefined)
    await aptInstall({ packages: ['mmdebstrap'], purpose: 'making base images', signal, say });
  say(`making ${image.name} from Debian packages`);
  await makeBase(image, { engine, label: `${keyLabel}=${key}`, folder, signal });
}
