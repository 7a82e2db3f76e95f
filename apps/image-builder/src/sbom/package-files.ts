import type { Digest } from '@slipway/images';
import type { ImageRegistry } from '../registry/image-registry.ts';
import { applyLayer } from './layer-changes.ts';
import { readLayer } from './read-layer.ts';

/** Debian's database of packages; images without a package manager have a file for each package (distroless). */
const DPKG = /^var\/lib\/dpkg\/(?:status|status\.d\/[^/]+)$/;
/** dpkg's checksums stand beside them. */
const CHECKSUMS = '.md5sums';
/** Core metadata of Python's packages (PyPA, recording installed projects). */
const PYTHON = /\.(?:dist-info\/METADATA|egg-info\/PKG-INFO)$/;
const RELEASE = /^(?:etc|usr\/lib)\/os-release$/;

export function isDpkgFile(path: string): boolean {
  return DPKG.test(path) && !path.endsWith(CHECKSUMS);
}

export function isPythonFile(path: string): boolean {
  return PYTHON.test(path);
}

export function isReleaseFile(path: string): boolean {
  return RELEASE.test(path);
}

/** The files of an image that say what is installed, as its highest layer leaves them. */
export async function readPackageFiles(
  registry: ImageRegistry,
  layers: readonly Digest[],
): Promise<ReadonlyMap<string, string>> {
  let files = new Map<string, Buffer>();
  for (const layer of layers) files = applyLayer(files, await readLayer(registry, layer, isWanted));
  return new Map([...files].map(([path, content]) => [path, content.toString()]));
}

function isWanted(path: string): boolean {
  return isDpkgFile(path) || isPythonFile(path) || isReleaseFile(path);
}
