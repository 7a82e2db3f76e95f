import type { Distribution, InstalledPackage } from './installed-package.ts';

/** The package URL of a package (package-url/purl-spec, types deb and pypi). */
export function packageUrl(
  { kind, name, version, architecture }: InstalledPackage,
  distribution: Distribution | undefined,
): string {
  if (kind === 'pypi') return `pkg:pypi/${encoded(pythonName(name))}@${encoded(version)}`;
  const { id = 'debian', version: release } = distribution ?? {};
  const qualifiers = [
    ...(architecture === undefined ? [] : [`arch=${encoded(architecture)}`]),
    ...(distribution === undefined ? [] : [`distro=${encoded([id, ...(release ? [release] : [])].join('-'))}`]),
  ];
  const end = qualifiers.length === 0 ? '' : `?${qualifiers.join('&')}`;
  return `pkg:deb/${encoded(id)}/${encoded(name.toLowerCase())}@${encoded(version)}${end}`;
}

/** As PyPI compares names: lower case, and a dash for each run of `-`, `_` and `.` (PyPA, names and normalization). */
export function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Of what `encodeURIComponent` encodes, purl leaves the colon alone; of what it leaves alone, purl encodes `!'()*`. */
function encoded(text: string): string {
  const escape = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text)
    .replaceAll('%3A', ':')
    .replace(/[!'()*]/g, escape);
}
