import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas, schemaText } from './json-schemas.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'schema');

/** Writes the JSON schemas anew: `npx nx run image-builder:schema`. */
await mkdir(FOLDER, { recursive: true });
for (const [file, schema] of Object.entries(jsonSchemas())) await writeFile(join(FOLDER, file), schemaText(schema));
