import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedBindings } from './bindings.ts';
import type { ProviderSchema } from './provider-schema.ts';
import type { ServedTypes } from './served-types.ts';

/**
 * The provider's schema, derived once per version of the bindings and kept as JSON in the folder.
 * Deriving takes about a second and loads the TypeScript compiler; reading takes milliseconds.
 */
export async function cachedSchema(folder: string, types: ServedTypes): Promise<ProviderSchema> {
  const { version } = installedBindings();
  const file = join(folder, `provider-schema-${version}-${fingerprint(types)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ProviderSchema;
  const { deriveSchema } = await import('./derive-schema.ts');
  const schema = deriveSchema(types);
  mkdirSync(folder, { recursive: true });
  writeWhole(file, JSON.stringify(schema));
  return schema;
}

// The derivation itself is part of the key, so that an edit here never meets a schema of yesterday's code.
function fingerprint(types: ServedTypes): string {
  const hash = createHash('sha256').update(JSON.stringify(types));
  const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of sources.sort()) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 16);
}

// A rename is atomic: a second process never reads half a file.
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
