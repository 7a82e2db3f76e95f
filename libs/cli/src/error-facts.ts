/** The code of a Node error, such as `ENOENT`. Read by shape, as errors of another realm are no `instanceof Error`. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

export function errorMessage(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message).trim();
}

/** The name of an error, by which the AWS SDK tells its exceptions apart, such as `AccessDenied`; empty when it has none. */
export function errorName(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
