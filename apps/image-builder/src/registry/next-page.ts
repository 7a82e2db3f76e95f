import type { RegistryAnswer } from './registry-client.ts';

/** The `Link` to more, by RFC 8288: its address may be relative. Undefined at the end. */
export function nextPage({ headers, url }: Pick<RegistryAnswer, 'headers' | 'url'>): URL | undefined {
  const link = /<(?<address>[^>]*)>;[^,]*\brel="?next\b/.exec(headers.get('link') ?? '')?.groups?.['address'];
  if (link === undefined) return undefined;
  const next = new URL(link, url);
  // Registries behind a proxy may name themselves by another host: the login is for this one.
  return new URL(`${next.pathname}${next.search}`, url);
}
