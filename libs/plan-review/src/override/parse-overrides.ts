import { z } from 'zod';
import type { Override } from './override.ts';

const words = z.string().trim().min(1);

const schema = z.strictObject({
  $schema: z.string().optional(),
  overrides: z.array(z.strictObject({ rule: words, resource: words, reason: words, expires: z.iso.date() })),
});

export type ParsedOverrides =
  { readonly overrides: readonly Override[] } | { readonly overrides: undefined; readonly problem: string };

/** Reads `{ "overrides": [{ "rule", "resource", "reason", "expires" }] }`. Nothing may be left out, so that an override is never forgotten. */
export function parseOverrides(text: string): ParsedOverrides {
  try {
    const { data, error } = schema.safeParse(JSON.parse(text));
    return data === undefined
      ? { overrides: undefined, problem: z.prettifyError(error).slice(0, 500) }
      : { overrides: data.overrides };
  } catch {
    return { overrides: undefined, problem: 'it is no JSON' };
  }
}
