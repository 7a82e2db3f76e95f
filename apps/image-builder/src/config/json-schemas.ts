import { z } from 'zod';
import { scanExceptionsSchema } from '../scan/exceptions/scan-exceptions.ts';
import { containerConfigSchema } from './container-config.ts';

/** A JSON schema, as a file has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const FILES = {
  'image.schema.json': {
    schema: containerConfigSchema,
    title: 'image.json',
    description:
      'What CI and ops decide for one container. It stands beside the Dockerfile; every section has defaults.',
  },
  'scan-exceptions.schema.json': {
    schema: scanExceptionsSchema,
    title: 'scan-exceptions.json',
    description:
      'Vulnerabilities of an image that somebody has decided to live with for a while. It stands beside the Dockerfile.',
  },
} as const;

/**
 * JSON schemas of the files that people write for a container, by name of the file in `schema/`.
 * They say what a file may hold. What only the program can check, such as that `min` is at most `max`, isn't in them.
 */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(FILES).map(([file, { schema, title, description }]) => {
      // Draft 7 is the newest that VS Code and JetBrains fully support; `input` leaves what has a default optional.
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override: withoutSafest });
      return [file, { $schema, title, description, ...rest }];
    }),
  );
}

/** Text of a schema's file. */
export function schemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Zod says of every integer that it is one of JavaScript's: nobody has to read that. */
function withoutSafest({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
