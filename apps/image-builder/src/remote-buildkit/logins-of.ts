import type { Credentials, CredentialsOf } from '../credentials/credentials.ts';
import type { BuildRequest } from '../engine/image-engine.ts';
import { dockerfileBases } from '../inputs/dockerfile-bases.ts';
import { registryAddress } from './registry-address.ts';

/** The logins that a build needs: of the registries of its base images and caches, no others. */
export async function loginsOf(
  { context, args, cache }: Pick<BuildRequest, 'context' | 'args' | 'cache'>,
  credentialsOf: CredentialsOf,
): Promise<ReadonlyMap<string, Credentials>> {
  const caches = [...(cache?.from ?? []), ...(cache?.to?.type === 'registry' ? [cache.to.ref] : [])];
  const names = [...dockerfileBases(context.dockerfile, args), ...syntaxImage(context.dockerfile), ...caches];
  const logins = new Map<string, Credentials>();
  for (const host of new Set(names.map((name) => registryAddress(name).host))) {
    const login = cache?.logins?.get(host) ?? (await credentialsOf(host));
    if (login !== undefined) logins.set(host, login);
  }
  return logins;
}

/** The image of the Dockerfile's language, which BuildKit pulls first (Dockerfile reference, `syntax`). */
function syntaxImage(dockerfile: string): string[] {
  const [, image] = /^#\s*syntax\s*=\s*(\S+)/i.exec(dockerfile) ?? [];
  return image === undefined ? [] : [image];
}
