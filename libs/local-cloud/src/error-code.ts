/** The code of a system error such as ENOENT; nothing for anything else. Looks at the shape: test runners bring their own `Error`. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
