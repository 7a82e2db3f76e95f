import { Failure } from '../failure.ts';

/** The failure of a copy that must not be trusted. */
export function copyFailed(message: string, cause?: unknown): Failure {
  const fix = 'copy again; if it stays, look at what the source registry holds and push the image to it again';
  return new Failure({ code: 'copy-failed', message, fix, cause });
}
