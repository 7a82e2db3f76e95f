import { Failure } from './failure.ts';

/** The failure of work that the user ended, such as by Ctrl-C. */
export function interrupted(cause?: unknown): Failure {
  return new Failure({
    code: 'interrupted',
    message: 'interrupted',
    fix: 'run the command again: it only reads, so nothing was changed',
    cause,
  });
}
