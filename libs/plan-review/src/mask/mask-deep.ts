import { maskText } from './mask-text.ts';

/** The same document with every text in it masked. */
export function maskDeep<T>(document: T): T {
  return masked(document) as T;
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner)]));
}
