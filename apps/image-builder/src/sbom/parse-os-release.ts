import type { Distribution } from './installed-package.ts';

/** The distribution in an os-release file (os-release(5)); undefined where it doesn't say. */
export function parseOsRelease(text: string): Distribution | undefined {
  const value = (name: string): string | undefined =>
    new RegExp(`^${name}=(["']?)(?<value>[\\w.~-]+)\\1\\s*$`, 'm').exec(text)?.groups?.['value'];
  const id = value('ID');
  return id === undefined ? undefined : { id, version: value('VERSION_ID') };
}
