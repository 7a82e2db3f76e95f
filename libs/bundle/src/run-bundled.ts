import { enableCompileCache, findPackageJSON } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isNativeError } from 'node:util/types';
import { bundle } from './bundle.ts';

export interface Program {
  /** The file that would be run without a bundle: `new URL('../src/main.ts', import.meta.url)`. */
  readonly entry: URL;
  /** Packages that stay outside, because they read files beside their code. They are loaded before the program's own code. @default none */
  readonly external?: readonly string[];
}

/**
 * Runs a program from one file in `node_modules/.cache` of its own package, made when it is missing or older than a source.
 * Where nothing may be written there, the program runs from its sources.
 */
export async function runBundled({ entry, external = [] }: Program): Promise<void> {
  const source = fileURLToPath(entry);
  const root = packageFolder(source);
  const folder = join(root, 'node_modules', '.cache', 'slipway');
  const outfile = join(folder, bundleName(relative(root, source)));
  try {
    await bundle({ entry: source, outfile, format: 'esm', external });
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    await import(entry.href);
    return;
  }
  enableCompileCache(join(folder, 'compiled'));
  await import(pathToFileURL(outfile).href);
}

function packageFolder(source: string): string {
  return dirname(findPackageJSON(pathToFileURL(source)) ?? source);
}

/** A package may have several programs. @param source path inside of the package, such as `src/main.ts` */
function bundleName(source: string): string {
  return `${source.replaceAll(sep, '-').replace(/\.ts$/, '')}.mjs`;
}

const UNWRITABLE: readonly unknown[] = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'];

function isUnwritable(error: unknown): boolean {
  return isNativeError(error) && 'code' in error && UNWRITABLE.includes(error.code);
}
