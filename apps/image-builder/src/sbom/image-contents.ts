import { isDpkgFile, isPythonFile, isReleaseFile } from './package-files.ts';
import type { Distribution, InstalledPackage } from './installed-package.ts';
import { parseDpkgStatus } from './parse-dpkg-status.ts';
import { parseOsRelease } from './parse-os-release.ts';
import { parsePythonMetadata } from './parse-python-metadata.ts';

/** What is installed in an image. */
export interface ImageContents {
  readonly packages: readonly InstalledPackage[];
  readonly distribution: Distribution | undefined;
  /** Whether the image has dpkg's database. Without it nothing says which of Debian's packages its files came from. */
  readonly hasDpkg: boolean;
}

/** From the files that say so. */
export function imageContents(files: ReadonlyMap<string, string>): ImageContents {
  const all = [...files];
  const debian = all.filter(([path]) => isDpkgFile(path));
  const python = all.filter(([path]) => isPythonFile(path));
  const releases = all.filter(([path]) => isReleaseFile(path)).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    packages: [
      ...debian.flatMap(([path, text]) => parseDpkgStatus(text, path)),
      ...python.flatMap(([path, text]) => parsePythonMetadata(text, path) ?? []),
    ],
    distribution: releases.map(([, text]) => parseOsRelease(text)).find((found) => found !== undefined),
    hasDpkg: debian.length > 0,
  };
}
