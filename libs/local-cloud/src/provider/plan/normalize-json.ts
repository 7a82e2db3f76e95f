/** The document as the real provider keeps it: no spaces, sorted keys, Go's escapes. Unchanged when it is no JSON. */
export function normalizeJson(text: string): string {
  const document = parseJson(text);
  if (document === undefined) return text;
  return JSON.stringify(sortKeys(document)).replace(GO_ESCAPES, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The value of a JSON text; undefined when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

// Go's encoder escapes these so that JSON can stand inside HTML and JavaScript.
const GO_ESCAPES = /[<>&\u2028\u2029]/g;

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
