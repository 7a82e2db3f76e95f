import { parseImageRef } from '@slipway/images';

/** Where a registry answers for a repository. */
export interface RegistryAddress {
  /** What logins call it, such as `docker.io`. */
  readonly host: string;
  /** With its scheme, such as `https://registry-1.docker.io`. */
  readonly origin: string;
  readonly repository: string;
}

const HUB = 'docker.io';

/** Docker's rules: names without a host are Docker Hub's, and a registry on the loopback is spoken to without TLS. */
export function registryAddress(name: string): RegistryAddress {
  const { registry: host = HUB, repository } = parseImageRef(name);
  if (host !== HUB) return { host, origin: `${schemeOf(host)}//${host}`, repository };
  const path = repository.includes('/') ? repository : `library/${repository}`;
  return { host, origin: 'https://registry-1.docker.io', repository: path };
}

export function schemeOf(host: string): 'http:' | 'https:' {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(host) ? 'http:' : 'https:';
}
