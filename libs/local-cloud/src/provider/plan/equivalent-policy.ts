import { isDeepStrictEqual } from 'node:util';
import { normalizeJson, parseJson } from './normalize-json.ts';

/**
 * Whether two IAM policies mean the same to AWS: the order of statements, actions, resources and principals does not
 * matter, nor whether a single one stands in a list, nor whether an account is written as its number or its root user.
 */
export function equivalentPolicy(left: string, right: string): boolean {
  const [first, second] = [canonicalPolicy(left), canonicalPolicy(right)];
  return first !== undefined && second !== undefined && isDeepStrictEqual(first, second);
}

type Json = Readonly<Record<string, unknown>>;

function canonicalPolicy(text: string): Json | undefined {
  const policy = parseJson(text);
  if (!isRecord(policy)) return undefined;
  const statements = listOf(policy['Statement']).map((statement) => JSON.stringify(canonicalStatement(statement)));
  return { ...policy, Statement: statements.map(normalizeJson).sort() };
}

function canonicalStatement(statement: unknown): unknown {
  if (!isRecord(statement)) return statement;
  return Object.fromEntries(Object.entries(statement).map(([key, value]) => [key, canonicalElement(key, value)]));
}

function canonicalElement(key: string, value: unknown): unknown {
  switch (key) {
    case 'Action':
    case 'NotAction':
    case 'Resource':
    case 'NotResource':
      return sorted(value);
    case 'Principal':
    case 'NotPrincipal':
      return principals(value);
    case 'Condition':
      return isRecord(value) ? mapValues(value, (test) => (isRecord(test) ? mapValues(test, sorted) : test)) : value;
    default:
      return value;
  }
}

function principals(value: unknown): unknown {
  if (value === '*') return { AWS: ['*'] };
  return isRecord(value) ? mapValues(value, (names) => sorted(listOf(names).map(accountRoot))) : value;
}

function accountRoot(principal: unknown): unknown {
  const isAccount = typeof principal === 'string' && /^\d{12}$/.test(principal);
  return isAccount ? `arn:aws:iam::${principal}:root` : principal;
}

function sorted(value: unknown): readonly unknown[] {
  return [...new Set(listOf(value))].sort();
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function mapValues(record: Json, change: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
