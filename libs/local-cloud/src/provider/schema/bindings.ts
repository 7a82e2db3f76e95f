import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The installed `@cdktf/provider-aws` package, which carries its TypeScript source inside inline source maps. */
export interface Bindings {
  readonly version: string;
  /** The TypeScript source of one folder, such as `ecr-repository`. @throws when the package has no such folder. */
  source(folder: string): string;
}

export function installedBindings(): Bindings {
  const manifest = createRequire(import.meta.url).resolve('@cdktf/provider-aws/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return { version, source: (folder) => readSource(join(dirname(manifest), 'lib', folder, 'index.js')) };
}

const MAP_PREFIX = 'sourceMappingURL=data:application/json;base64,';

function readSource(file: string): string {
  const compiled = readFileSync(file, 'latin1');
  const start = compiled.lastIndexOf(MAP_PREFIX);
  if (start < 0) throw new Error(`"${file}" has no inline source map: the schema cannot be derived from it`);
  const map = JSON.parse(Buffer.from(compiled.slice(start + MAP_PREFIX.length).trim(), 'base64').toString('utf8')) as {
    readonly sourcesContent: readonly string[];
  };
  const [source] = map.sourcesContent;
  if (source === undefined) throw new Error(`the source map of "${file}" holds no source`);
  return source;
}
