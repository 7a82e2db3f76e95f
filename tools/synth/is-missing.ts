import { isNativeError } from 'node:util/types';

/** Whether an error says that a file is not there. */
export function isMissing(error: unknown): boolean {
  return isNativeError(error) && 'code' in error && error.code === 'ENOENT';
}
