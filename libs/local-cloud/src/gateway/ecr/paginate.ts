import { AwsError } from '../aws-error.ts';

export interface PageRequest {
  /** 1 to 1000. @default 100 */
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Asks for the page after this one; absent on the last. */
  readonly nextToken?: string;
}

/**
 * One page of `items`, ordered by their keys. A token names the last key that was seen, so that nothing is repeated
 * or skipped when items come and go between two pages.
 * @throws AwsError for a size out of range or a token that isn't ours.
 */
export function paginate<T>(items: readonly T[], keyOf: (item: T) => string, request: PageRequest): Page<T> {
  const size = pageSize(request.maxResults ?? 100);
  const after = request.nextToken === undefined ? undefined : decode(request.nextToken);
  const sorted = items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compare(a.key, b.key));
  const rest = sorted.filter(({ key }) => after === undefined || compare(key, after) > 0);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const found = page.map(({ item }) => item);
  return last === undefined || rest.length <= size ? { items: found } : { items: found, nextToken: encode(last.key) };
}

function pageSize(maxResults: number): number {
  if (Number.isInteger(maxResults) && maxResults >= 1 && maxResults <= 1000) return maxResults;
  throw new AwsError(
    'InvalidParameterException',
    `Invalid parameter at 'maxResults' failed to satisfy constraint: 'Member must be between 1 and 1000', but it is ${maxResults}`,
  );
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function encode(key: string): string {
  return Buffer.from(JSON.stringify({ after: key })).toString('base64url');
}

function decode(token: string): string {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof value === 'object' && value !== null && 'after' in value && typeof value.after === 'string')
      return value.after;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new AwsError(
    'InvalidParameterException',
    "Invalid parameter at 'nextToken' failed to satisfy constraint: 'Invalid token'",
  );
}
