import { maskText } from './mask-text.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Words of this library, or of whoever asks for the review: never of a plan. */
const OUR_OWN = new Set(['report', 'verdict', 'severity', 'rule', 'kind', 'stack', 'commit', 'expires', 'madeAt']);

/** The same document with every text in it masked: what looks like a secret, and these secrets wherever they stand. */
export function maskDeep<T>(document: T, secrets: readonly string[] = []): T {
  return masked(document, secrets) as T;
}

function masked(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return maskText(withoutSecrets(value, secrets));
  if (Array.isArray(value)) return value.map((one) => masked(one, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, OUR_OWN.has(key) ? inner : masked(inner, secrets)]),
  );
}
