import type { Failure } from '../failure.ts';

/** An answer of a registry in trouble: worth another try. It doesn't leave `retryTransport`. */
export class TransientAnswer extends Error {
  override readonly name = 'TransientAnswer';
  /** What it is if it stays. */
  readonly failure: Failure;
  /** As the registry asks; undefined when it doesn't. */
  readonly retryAfterMilliseconds: number | undefined;

  constructor(failure: Failure, headers: Headers) {
    super(failure.message);
    this.failure = failure;
    this.retryAfterMilliseconds = retryAfter(headers);
  }
}

/** Too many requests, and what servers and the load balancers before them answer when they are in trouble (RFC 9110, RFC 6585). */
const TRANSIENT = [429, 500, 502, 503, 504];

/** A registry that lost an upload says so by a code: the upload starts again (OCI distribution spec, error codes). */
const LOST_UPLOAD = /BLOB_UPLOAD_(UNKNOWN|INVALID)/;

export function isTransientAnswer({ status, text }: { readonly status: number; readonly text: string }): boolean {
  return TRANSIENT.includes(status) || LOST_UPLOAD.test(text);
}

/** Seconds, or a date (RFC 9110, section 10.2.3), which is compared with the registry's own clock. */
function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const wait = Date.parse(text) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
